import { make } from './dom.js';
import { show } from './registration-view.js';
import { onSubmit } from './submit.js';

/** The link is used by a button, never by the visit: programs that look into mails follow links, too, and would use it up. */
export function askToOpen(attempt, work) {
  const remember = make('input', {
    class: 'kern-form-check__checkbox',
    type: 'checkbox',
    id: 'f-remember',
    name: 'remember',
    autocomplete: 'off',
    'aria-describedby': 'h-remember',
  });
  const form = make(
    'form',
    { class: 'form flow', novalidate: true },
    make(
      'div',
      { class: 'kern-form-check' },
      remember,
      make('label', { class: 'kern-label', for: 'f-remember' }, 'Auf diesem Rechner angemeldet bleiben'),
    ),
    make(
      'p',
      { class: 'kern-hint', id: 'h-remember' },
      '30 Tage lang, nur auf einem Rechner, den außer Ihnen niemand benutzt. Sonst endet die Anmeldung in diesem '
        + 'Browser nach 60 Minuten ohne Eingabe, spätestens nach zwölf Stunden.',
    ),
    make('p', { class: 'actions' }, make('button', { class: 'button' }, 'Anmeldung öffnen')),
  );
  show([
    make('h1', { tabindex: '-1' }, 'Anmeldung öffnen'),
    make('p', { class: 'lead' }, 'Der Link aus unserer E-Mail öffnet Ihre Anmeldung in diesem Browser. Danach ist er verbraucht.'),
    onSubmit(form, attempt, () => work(remember.checked)),
  ]);
}
