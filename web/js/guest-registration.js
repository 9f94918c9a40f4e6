import { call, once } from './api.js';
import { prices, seats } from './delegation.js';
import { delegationForm } from './delegation-form.js';
import { make } from './dom.js';
import { proof } from './proof-of-work.js';
import { about, questions, show } from './registration-view.js';
import { longDay, time } from './words.js';

/** A guest registers for an event: with nothing but its address, until the mail is there. */
export async function register(id, attempt) {
  const it = await call('GET', `/events/${encodeURIComponent(id)}`);
  const back = make('p', { class: 'kicker' }, make('a', { href: `/veranstaltungen/${it.id}/` }, it.kind));
  const head = [back, make('h1', { tabindex: '-1' }, `Anmelden: ${it.title}`), about(it)];
  if (!it.open) {
    const opens = it.opens && new Date(it.opens) > new Date();
    show([
      ...head,
      make(
        'p',
        { class: 'note' },
        it.standing === 'CANCELLED'
          ? `Diese Veranstaltung fällt aus. ${it.reason}`
          : opens
            ? make('span', {}, 'Die Anmeldung beginnt am ', time(it.opens), '.')
            : 'Die Anmeldung ist geschlossen.',
      ),
      questions(it),
    ]);
    return;
  }
  const form = delegationForm(it, {
    label: 'Anmelden',
    attempt,
    work: async (key, body) => {
      await once(key, 'POST', `/events/${it.id}/registrations`, { body, headers: await proof() });
      show([
        back,
        make('h1', { tabindex: '-1' }, 'Bitte bestätigen Sie die Anmeldung'),
        make(
          'p',
          { class: 'lead' },
          'Wir haben Ihnen eine E-Mail mit einem Link geschickt. Erst wenn Sie damit bestätigen, gilt die Anmeldung.',
        ),
        make(
          'p',
          {},
          'Bestätigen Sie am besten gleich: Wir halten Plätze höchstens eine halbe Stunde frei, und nicht alle. Ist '
            + 'dann keiner mehr frei, kommen Sie mit der Bestätigung auf die Warteliste.',
        ),
        make('p', {}, 'Keine E-Mail da? Schauen Sie auch im Spam-Ordner nach.'),
        questions(it),
      ]);
    },
  });
  show([
    ...head,
    make('p', {}, seats(it), it.limit ? ` Je Anmeldung höchstens ${it.limit}.` : '', ` Anmelden geht bis ${longDay(it.closes)}.`),
    it.prices.length || it.price ? make('h2', {}, 'Kosten') : '',
    prices(it),
    it.price ? make('p', {}, it.price) : '',
    it.prices.length ? make('h2', {}, 'Wer kommt') : '',
    it.audience === 'PUBLIC'
      ? make(
          'p',
          { class: 'mute' },
          'Ihre Kommune ist Mitglied? ',
          make('a', { href: `/intern/?anmeldung=${it.id}` }, 'Mit Ihrem Zugang anmelden'),
          '.',
        )
      : '',
    form,
    make(
      'p',
      { class: 'mute' },
      'Wir verwenden die Angaben nur für diese Veranstaltung. ',
      make('a', { href: '/datenschutz/' }, 'Mehr zum Datenschutz'),
    ),
  ]);
}
