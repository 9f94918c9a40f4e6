import { newKey } from '../api.js';
import { field } from '../control.js';
import { all, make, one } from '../dom.js';
import { onSubmit, tell } from '../submit.js';
import { confirmed } from './dialog.js';
import { ask, askOnce, me } from './session.js';
import { attempt } from './view.js';

/** A mail to everybody of the selected dossiers: seen before it is sent. */
export function mails(selected) {
  const text = make('textarea', { rows: '6', maxlength: '3000' });
  const subject = make('input', { type: 'text', maxlength: '120' });
  const form = make(
    'form',
    { class: 'form flow', novalidate: true, hidden: true },
    make('h2', {}, 'E-Mail an die ausgewählten Vorgänge'),
    make('p', { class: 'mute' }, 'Sie geht an alle Personen, die den Vorgang öffnen können, mit deren eigenem Link.'),
    field('subject', 'Betreff', subject),
    field('text', 'Text', text, { hint: 'Ohne Anrede: „Guten Tag“ und der Name stehen schon davor, der Absender darunter.' }),
    make('p', { class: 'actions' }, make('button', { class: 'button' }, 'Ansehen, dann senden')),
  );
  return onSubmit(form, attempt, async (key) => {
    const mail = { dossiers: [...selected], subject: subject.value, text: text.value };
    const seen = await ask('POST', '/mails/preview', mail);
    if (
      !(await confirmed(
        'So geht die E-Mail hinaus',
        `An ${number(seen.people.length, 'Person', 'Personen')} senden`,
        ...preview(seen, mail),
      ))
    )
      return;
    const { mails: sent } = await askOnce(key, 'POST', '/mails', mail);
    subject.value = '';
    text.value = '';
    all('tbody input').forEach((box) => {
      if (box.checked) box.click();
    });
    tell(`${number(sent, 'E-Mail ist', 'E-Mails sind')} unterwegs. Im Vorgang lässt sich nachlesen, was hinausging.`);
    one('h1').focus();
  });
}

const number = (count, single, several) => `${count.toLocaleString('de')} ${count === 1 ? single : several}`;

function preview({ people, subject, text }, mail) {
  const told = make('span', { role: 'status' });
  const trial = make('button', { type: 'button', class: 'link-button' }, 'Erst einmal nur an mich senden');
  const key = newKey();
  trial.addEventListener('click', async () => {
    told.textContent = await askOnce(key, 'POST', '/mails/trial', mail).then(
      () => ` Unterwegs an ${me.mail}.`,
      (problem) => ` ${problem.body?.detail ?? 'Das hat nicht geklappt.'}`,
    );
  });
  return [
    make(
      'details',
      {},
      make('summary', {}, `An ${number(people.length, 'Person', 'Personen')}`),
      make('ul', {}, ...people.map((person) => make('li', {}, `${person.mail}, ${person.municipality}`))),
    ),
    make('p', { class: 'mute' }, `So liest sie ${people[0].mail}:`),
    make(
      'div',
      { class: 'letter', tabindex: '0', role: 'region', 'aria-label': 'Vorschau' },
      make('p', {}, make('strong', {}, subject)),
      make('p', { class: 'text' }, text.trim()),
    ),
    make('p', {}, trial, told),
  ];
}
