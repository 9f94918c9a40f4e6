import { field } from '../control.js';
import { make } from '../dom.js';
import { onSubmit, tell } from '../submit.js';
import { day } from '../words.js';
import { showStored } from './concurrent-edit.js';
import { asked, confirmed } from './dialog.js';
import { ask, askOnce, me } from './session.js';
import { attempt, button, colleague } from './view.js';

/** Admission or refusal: one proposes, another confirms. */

const choices = { ADMIT: 'Aufnehmen', DECLINE: 'Ablehnen' };

export const decided = ({ choice, reason, internal, proposedBy, confirmedBy, confirmedAt, letter }) => [
  make('p', {}, make('span', { class: 'state' }, choice === 'ADMIT' ? 'aufgenommen' : 'abgelehnt'), ` am ${day(confirmedAt)}`),
  make('blockquote', {}, reason),
  internal ? make('p', { class: 'text' }, make('strong', {}, 'Intern: '), internal) : '',
  make('p', { class: 'mute' }, `Vorgeschlagen: ${colleague(proposedBy)} · bestätigt: ${colleague(confirmedBy)}`),
  make('p', {}, letter ? make('a', { href: letter }, 'Brief speichern (PDF)') : 'Der Brief wird geschrieben.'),
];

/** Two people: one proposes, another confirms exactly what is written here. */
export function decide(it, decision, poll, at, again) {
  if (decision.confirmedAt) return [];
  if (decision.choice) {
    const own = decision.proposedBy === me.id;
    return [
      make(
        'div',
        { class: 'note flow' },
        make('p', {}, make('strong', {}, `Vorschlag: ${choices[decision.choice]}`)),
        make('blockquote', {}, decision.reason),
        decision.internal ? make('p', { class: 'text' }, make('strong', {}, 'Intern: '), decision.internal) : '',
        make('p', { class: 'mute' }, `${colleague(decision.proposedBy)} · ${day(decision.proposedAt)}`),
        own ? make('p', {}, 'Bestätigen muss eine zweite Person.') : confirmation(it, decision, at, again),
        make(
          'p',
          {},
          button(
            'Vorschlag zurücknehmen',
            asked(
              async () => {
                await ask('DELETE', `${at}/decision?version=${decision.version}`);
                await again();
                tell('Der Vorschlag ist zurückgenommen.');
              },
              'Diesen Vorschlag zurücknehmen?',
              'Zurücknehmen',
              own
                ? 'Seine Begründung ist dann weg; Sie können einen neuen machen.'
                : `${colleague(decision.proposedBy)} hat ihn gemacht und bekommt keine Nachricht davon. Seine Begründung ist dann weg.`,
            ),
          ),
        ),
      ),
    ];
  }
  const voting = it.state === 'SUBMITTED' && (!poll || poll.open);
  if (voting || !['SUBMITTED', 'PRESELECTED', 'INTERVIEW_BOOKED', 'INTERVIEWED'].includes(it.state)) return [];
  const possible = it.state === 'INTERVIEWED' ? ['ADMIT', 'DECLINE'] : ['DECLINE'];
  const choice = make('select', {}, ...possible.map((value) => make('option', { value }, choices[value])));
  const reason = make('textarea', { rows: '4', maxlength: '3000' });
  const internal = make('textarea', { rows: '2', maxlength: '3000' });
  const form = make(
    'form',
    { class: 'form', novalidate: true, 'data-prefix': 'decision-' },
    field('choice', 'Entscheidung', choice, { prefix: 'decision-' }),
    field('reason', 'Begründung für die Kommune', reason, { hint: 'Sie steht im Brief.', prefix: 'decision-' }),
    field('internal', 'Interne Begründung', internal, { hint: 'Nur für die Geschäftsstelle; darf leer bleiben.', prefix: 'decision-' }),
    make('p', { class: 'actions' }, make('button', { class: 'button' }, 'Entscheidung vorschlagen')),
  );
  onSubmit(form, attempt, async (key) => {
    try {
      await askOnce(key, 'POST', `${at}/decision`, { choice: choice.value, reason: reason.value, internal: internal.value });
    } catch (problem) {
      if (problem.body?.type?.endsWith('#schon-vorgeschlagen')) showOther(problem.body.stored, form, again);
      throw problem;
    }
    await again();
    tell('Vorgeschlagen. Eine zweite Person bestätigt.');
  });
  return [it.state === 'INTERVIEWED' ? form : make('details', {}, make('summary', {}, 'Ablehnung vorschlagen'), form)];
}

/** Two people propose at the same time: the other's proposal stands beside what was typed. */
const showOther = ({ choice, reason, internal, proposedBy }, form, again) =>
  showStored(
    form,
    'Gespeicherter Vorschlag',
    'Gespeicherter Vorschlag',
    make('p', {}, make('strong', {}, choices[choice]), ` · ${colleague(proposedBy)}`),
    make('blockquote', {}, reason),
    internal ? make('p', { class: 'text' }, make('strong', {}, 'Intern: '), internal) : '',
    make('p', { class: 'mute' }, 'Was Sie geschrieben haben, steht weiter oben und wurde nicht gespeichert.'),
    make('p', {}, button('Zu diesem Vorschlag', again)),
  );

function confirmation(it, decision, at, again) {
  const form = make(
    'form',
    { class: 'form', novalidate: true },
    make('p', { class: 'actions' }, make('button', { class: 'button' }, `${choices[decision.choice]}: bestätigen`)),
  );
  const [question, action] =
    decision.choice === 'ADMIT'
      ? [`${it.municipality} aufnehmen?`, 'Aufnehmen']
      : [`Den Antrag von ${it.municipality} ablehnen?`, 'Ablehnen'];
  return onSubmit(form, attempt, async (key) => {
    if (
      !(await confirmed(
        question,
        action,
        `Der Brief geht gleich hinaus, an ${it.officials.map(({ mail }) => mail).join(', ')}. Zurücknehmen lässt sich das nicht.`,
      ))
    )
      return;
    await askOnce(key, 'POST', `${at}/confirmation`, { version: decision.version });
    await again();
    tell('Die Entscheidung ist bestätigt. Der Brief wird geschrieben und verschickt.');
  });
}
