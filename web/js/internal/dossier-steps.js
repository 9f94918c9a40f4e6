import { correctable, nameOf } from '../questions.js';
import { field } from '../control.js';
import { make } from '../dom.js';
import { onSubmit, tell } from '../submit.js';
import { day, longDay, span } from '../words.js';
import { reasoned } from './payment.js';
import { askOnce } from './session.js';
import { attempt } from './view.js';

/** What the office does next in a dossier, and what it asks of the municipality. */

const interviewStates = { BOOKED: 'vereinbart', CANCELLED: 'abgesagt', HELD: 'geführt', MISSED: 'nicht zustande gekommen' };

export const talk = ({ state, start, end, link, host, note }) => [
  make('p', {}, make('span', { class: 'state' }, interviewStates[state]), ` ${longDay(start)}, ${span(start, end)}`),
  make('p', { class: 'mute' }, `Mit ${host} · `, make('a', { href: link, rel: 'noopener' }, 'Videogespräch')),
  note ? make('p', { class: 'text' }, note) : '',
];

/** What the office can do now, by where the dossier stands. */
export function nextStep(it, poll, interview, at, again) {
  if (it.state === 'SUBMITTED') {
    if (!poll || poll.open) return [make('p', {}, 'Die Gründungskommunen stimmen über die Einladung ab.')];
    if (poll.result === 'NO') return [make('p', {}, 'Die Gründungskommunen möchten nicht einladen.')];
    return [
      make('p', {}, 'Die Vorauswahl hatte kein Ergebnis.'),
      reasoned(
        'preselection',
        'reason',
        'Zum Gespräch einladen',
        'Warum wird eingeladen?',
        'Die Kommune liest den Grund in ihrem Verlauf.',
        async (key, reason) => {
          await askOnce(key, 'POST', `${at}/preselection`, { reason });
          await again();
          tell('Die Kommune ist zum Gespräch eingeladen.');
        },
      ),
    ];
  }
  if (it.state === 'PRESELECTED') return [make('p', {}, 'Die Kommune wählt einen Termin für das Kennenlerngespräch.')];
  if (it.state === 'INTERVIEW_BOOKED')
    return interview.start && new Date(interview.start) > new Date()
      ? [make('p', {}, `Das Gespräch ist am ${longDay(interview.start)}.`)]
      : [outcome(at, again)];
  if (['WITHDRAWN', 'DECLINED'].includes(it.state)) return [make('p', { class: 'mute' }, 'Der Vorgang ist abgeschlossen.')];
  if (['ADMITTED', 'PAID', 'MEMBER'].includes(it.state))
    return [make('p', { class: 'mute' }, 'Für die Geschäftsstelle ist hier nichts zu tun.')];
  return [];
}

function outcome(at, again) {
  const note = make('textarea', { rows: '4', maxlength: '3000' });
  const result = make(
    'select',
    {},
    make('option', { value: 'HELD' }, 'Es hat stattgefunden'),
    make('option', { value: 'MISSED' }, 'Die Kommune kam nicht'),
  );
  const form = make(
    'form',
    { class: 'form', novalidate: true, 'data-prefix': 'talk-' },
    field('outcome', 'Kennenlerngespräch', result, { prefix: 'talk-' }),
    field('note', 'Notiz', note, { hint: 'Nur für die Geschäftsstelle.', prefix: 'talk-' }),
    make('p', { class: 'actions' }, make('button', { class: 'button' }, 'Ergebnis speichern')),
  );
  return onSubmit(form, attempt, async (key) => {
    await askOnce(key, 'POST', `${at}/interview`, { outcome: result.value, note: note.value });
    await again();
    tell('Das Ergebnis ist gespeichert.');
  });
}

export function correction(it, at, again) {
  if (it.correction) {
    return make(
      'div',
      { class: 'note flow' },
      make('p', {}, make('strong', {}, `Berichtigung erbeten bis ${day(it.correction.until)}`)),
      make('ul', {}, ...it.correction.fields.map((name) => make('li', {}, nameOf(name)))),
      make('blockquote', {}, it.correction.reason),
    );
  }
  if (!['SUBMITTED', 'PRESELECTED', 'INTERVIEWED'].includes(it.state)) return '';
  const reason = make('textarea', { rows: '3', maxlength: '3000' });
  const boxes = correctable.map((name) =>
    make(
      'div',
      { class: 'kern-form-check' },
      make('input', { class: 'kern-form-check__checkbox', type: 'checkbox', id: `c-${name}`, value: name }),
      make('label', { class: 'kern-label', for: `c-${name}` }, nameOf(name)),
    ),
  );
  const form = make(
    'form',
    { class: 'form', novalidate: true },
    make(
      'fieldset',
      { class: 'kern-fieldset', id: 'f-fields', tabindex: '-1' },
      make('legend', { class: 'kern-label' }, 'Welche Angaben?'),
      make('div', { class: 'kern-fieldset__body' }, ...boxes),
    ),
    field('reason', 'Was und warum?', reason),
    make('p', { class: 'actions' }, make('button', { class: 'button' }, 'Um Berichtigung bitten')),
  );
  onSubmit(form, attempt, async (key) => {
    const fields = [...form.elements].filter(({ type, checked }) => type === 'checkbox' && checked).map(({ value }) => value);
    await askOnce(key, 'POST', `${at}/correction`, { fields, reason: reason.value });
    await again();
    tell('Die Kommune ist um Berichtigung gebeten.');
  });
  return make('details', {}, make('summary', {}, 'Um Berichtigung bitten'), form);
}
