import { field } from '../control.js';
import { all, make, one } from '../dom.js';
import { onSubmit } from '../submit.js';
import { day } from '../words.js';
import { meeting } from './concurrent-edit.js';
import { ask } from './session.js';
import { attempt, button } from './view.js';

/** What is said of it, and who is in it. */
export function details(it, changed) {
  const prefix = 'recording-';
  const title = make('input', { type: 'text', maxlength: '150', value: it.title });
  const text = make('textarea', { rows: '4', maxlength: '3000' });
  text.value = it.text;
  const until = make('input', { type: 'date', value: it.keepUntil });
  const people = make('div', { class: 'flow' });
  const add = button(
    'Weitere Person',
    () => {
      show([...read(), {}]);
      one('input', people.lastElementChild).focus();
    },
    { class: 'button quiet' },
  );

  const person = (speaker, i) =>
    make(
      'fieldset',
      { class: 'kern-fieldset' },
      make('legend', { class: 'kern-label' }, speaker.name || `Person ${i + 1}`),
      make(
        'div',
        { class: 'kern-fieldset__body' },
        field(`speakers.${i}.name`, 'Name', make('input', { type: 'text', maxlength: '100', value: speaker.name ?? '' }), { prefix }),
        field(`speakers.${i}.office`, 'Amt oder Haus', make('input', { type: 'text', maxlength: '150', value: speaker.office ?? '' }), {
          prefix,
          hint: 'Darf leer bleiben.',
        }),
        field(`speakers.${i}.consentOn`, 'Einwilligung vom', make('input', { type: 'date', value: speaker.consentOn ?? '' }), {
          prefix,
          hint: 'Leer, solange keine vorliegt.',
        }),
        field(
          `speakers.${i}.consentIn`,
          'Abgelegt unter',
          make('input', { type: 'text', maxlength: '200', value: speaker.consentIn ?? '' }),
          { prefix, hint: 'Wo man sie findet, zum Beispiel „Ordner Einwilligungen 2026, Nr. 12“.' },
        ),
        make(
          'p',
          {},
          button(
            'Person entfernen',
            () => {
              show(read().toSpliced(i, 1));
              (one('input', people) ?? add).focus();
            },
            { 'aria-label': `${speaker.name || `Person ${i + 1}`} entfernen` },
          ),
        ),
      ),
    );
  const show = (list) => {
    people.replaceChildren(...list.map(person));
    people.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const form = make('form', { class: 'form', novalidate: true, 'data-prefix': prefix });
  const read = () =>
    all('fieldset', people).map((_, i) =>
      Object.fromEntries(
        ['name', 'office', 'consentOn', 'consentIn'].map((name) => [name, form.elements[`speakers.${i}.${name}`].value.trim()]),
      ),
    );
  form.append(
    field('title', 'Titel', title, { prefix }),
    field('text', 'Worum geht es?', text, { prefix, hint: 'Mitglieder lesen es in der Übersicht.' }),
    make('h3', {}, 'Wer zu sehen oder zu hören ist'),
    make(
      'p',
      { class: 'mute' },
      'Erst wenn alle eingewilligt haben, lässt sich die Aufzeichnung freigeben. Widerruft jemand, leeren Sie Tag und '
        + 'Ablage der Einwilligung und speichern: Sie ist dann sofort für niemanden mehr zu sehen.',
    ),
    people,
    make('p', {}, add),
    field('keepUntil', 'Länger behalten bis', until, { prefix, hint: `Leer: bis ${day(it.lastDay)}, wie es die Regel sagt.` }),
    make('p', { class: 'actions' }, make('button', { class: 'button' }, 'Angaben speichern')),
  );
  show(it.speakers.length ? it.speakers : [{}]);
  form.addEventListener('restore', ({ detail: { count } }) => {
    const before = read();
    show(Array.from({ length: count('speakers') }, (_, i) => before[i] ?? {}));
  });
  const saving = meeting(form, async () => {
    const now = await ask('GET', `/recordings/${it.id}`);
    return {
      form: details(now, changed),
      adopt: () => {
        it.version = now.version;
      },
    };
  });
  return onSubmit(form, attempt, () =>
    saving(async () => {
      const speakers = read().filter((speaker) => Object.values(speaker).some(Boolean));
      await ask('PUT', `/recordings/${it.id}`, {
        version: it.version,
        title: title.value.trim(),
        text: text.value.trim(),
        keepUntil: until.value,
        speakers,
      });
      await changed('Gespeichert.');
    }),
  );
}
