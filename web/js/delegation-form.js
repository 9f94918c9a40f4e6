import { buyerFields } from './buyer-fields.js';
import { field } from './control.js';
import { all, make, one } from './dom.js';
import { onSubmit } from './submit.js';
import { euros } from './words.js';

const most = 10;

/**
 * Who comes to an event: the form, for guests, members and the office.
 *
 * @param {any} event as the server tells it: limit, needs, questions, rooms, whether somebody is bound to pay
 * @param {object} form
 * @param {{ people: any[], answers: string[] }} [form.given] people and answers to begin with
 * @param {boolean} [form.fixed] whether the first address stays as it is
 * @param {string} form.label of the button
 * @param {(work: () => unknown, prefix?: string) => Promise<boolean>} form.attempt shows what was refused
 * @param {(key: string, body: any, value: (name: string) => string) => unknown} form.work gets a key and what was typed
 * @param {Node[]} [form.more] further fields
 * @param {string} [form.prefix] of its field's ids, where a page has several
 * @param {boolean} [form.billed] whether it is asked whom to invoice, where it costs something
 * @param {string} [form.bound] says when one is bound
 */
export function delegationForm(
  event,
  {
    given = { people: [{}], answers: [] },
    fixed = false,
    label,
    attempt,
    work,
    more = [],
    prefix = '',
    billed = true,
    bound = 'Verbindlich wird es erst, wenn Sie danach noch einmal bestätigen.',
  },
) {
  const people = make('div', { class: 'flow' });
  const limit = Math.min(most, event.limit || most, event.capacity || most);
  const add = make('button', { type: 'button', class: 'button quiet' }, 'Weitere Person');

  const person = (it, i) => {
    const inputs = [
      field(
        `people.${i}.name`,
        'Vor- und Nachname',
        make('input', { type: 'text', maxlength: '120', autocomplete: i === 0 ? 'name' : 'off', value: it.name ?? '' }),
        { prefix },
      ),
      field(
        `people.${i}.office`,
        'Amt oder Aufgabe',
        make('input', { type: 'text', maxlength: '120', autocomplete: i === 0 ? 'organization-title' : 'off', value: it.office ?? '' }),
        { hint: 'Darf leer bleiben.', prefix },
      ),
      field(
        `people.${i}.mail`,
        'E-Mail-Adresse',
        make('input', {
          type: 'email',
          maxlength: '254',
          autocomplete: i === 0 ? 'email' : 'off',
          value: it.mail ?? '',
          readonly: fixed && i === 0,
        }),
        {
          hint:
            i === 0
              ? fixed
                ? 'Hierhin gehen Link und Bestätigung; sie bleibt.'
                : 'Hierhin gehen Link und Bestätigung.'
              : 'Wer eine Adresse angibt, bekommt den Termin selbst zugeschickt; je Anmeldung nur einmal.',
          prefix,
        },
      ),
    ];
    if (event.needs)
      inputs.push(
        field(
          `people.${i}.needs`,
          'Was brauchen Sie, um dabei sein zu können?',
          make('input', { type: 'text', maxlength: '500', value: it.needs ?? '' }),
          { hint: 'Zum Beispiel Zugang ohne Stufen oder vegetarisches Essen. Wir löschen die Angabe nach der Veranstaltung.', prefix },
        ),
      );
    if (event.rooms.length)
      inputs.push(
        field(
          `people.${i}.room`,
          'Zimmer',
          make(
            'select',
            {},
            ...event.rooms.map((room, number) =>
              make(
                'option',
                { value: String(number), selected: number === (it.room ?? 0) },
                event.binding ? `${room.name}, ${euros(event.cents + room.cents)} je Person` : room.name,
              ),
            ),
          ),
          { prefix },
        ),
      );
    const remove = make('button', { type: 'button', class: 'link-button' }, `Person ${i + 1} entfernen`);
    remove.addEventListener('click', () => {
      show(read().people.toSpliced(i, 1));
      one('input', people.lastElementChild).focus();
      people.dispatchEvent(new Event('input', { bubbles: true }));
    });
    return make(
      'fieldset',
      { class: 'kern-fieldset' },
      make('legend', { class: 'kern-label' }, i === 0 ? 'Person 1: Ansprechperson' : `Person ${i + 1}`),
      make('div', { class: 'kern-fieldset__body' }, ...inputs, ...(i === 0 ? [] : [make('p', {}, remove)])),
    );
  };
  const show = (list) => {
    people.replaceChildren(...list.map(person));
    add.closest('p')?.toggleAttribute('hidden', list.length >= limit);
  };
  const questions = event.questions.map((question, i) => {
    const area = make('textarea', { rows: '2', maxlength: '500' });
    area.value = given.answers[i] ?? '';
    return field(`answers.a${i}`, question, area, { prefix });
  });
  const buyer = event.binding && billed ? buyerFields({ prefix }) : undefined;
  const billing = buyer
    ? [
        make(
          'fieldset',
          { class: 'kern-fieldset' },
          make('legend', { class: 'kern-label' }, 'Rechnung'),
          make('div', { class: 'kern-fieldset__body' }, ...buyer.parts),
        ),
      ]
    : [];
  const sum = make('p', { role: 'status' });
  const form = make(
    'form',
    { class: 'form delegation', novalidate: true, 'data-prefix': prefix },
    people,
    make('p', {}, add),
    ...questions,
    ...billing,
    ...more,
    sum,
    make('p', { class: 'actions' }, make('button', { class: 'button' }, label)),
  );
  /** @param {string} name */
  const value = (name) => form.elements[name]?.value.trim() ?? '';
  const read = () => ({
    people: all(':scope > fieldset', people).map((_, i) =>
      Object.fromEntries(
        ['name', 'office', 'mail', ...(event.needs ? ['needs'] : [])]
          .map((name) => [name, value(`people.${i}.${name}`)])
          .concat(event.rooms.length ? [['room', Number(value(`people.${i}.room`))]] : []),
      ),
    ),
    ...(event.questions.length ? { answers: Object.fromEntries(event.questions.map((_, i) => [`a${i}`, value(`answers.a${i}`)])) } : {}),
    ...(buyer ? { buyer: buyer.read() } : {}),
  });
  const reckon = () => {
    if (!event.binding) return;
    const parts = read().people.map(({ room }) => event.cents + (event.rooms[room]?.cents ?? 0));
    const total = parts.reduce((all, part) => all + part, 0);
    sum.textContent = `Kosten zusammen: ${parts.length > 1 ? `${parts.map(euros).join(' + ')} = ` : ''}${euros(total)}. ${bound}`;
  };
  form.addEventListener('input', reckon);
  add.addEventListener('click', () => {
    show([...read().people, {}]);
    reckon();
    one('input', people.lastElementChild).focus();
  });
  show(given.people);
  reckon();
  form.addEventListener('restore', ({ detail: { count } }) => {
    const before = read().people;
    show(Array.from({ length: count('people') }, (_, i) => before[i] ?? {}));
  });
  return onSubmit(form, attempt, (key) => work(key, read(), value));
}

/** Another date of the series; where seats are. */
export function moveForm(dates, { attempt, work, prefix = '' }) {
  const choice = make(
    'select',
    {},
    ...dates.map(({ id, when, free }) =>
      make('option', { value: id, disabled: free === 0 }, `${when}${free === 0 ? ' (ausgebucht)' : ''}`),
    ),
  );
  const form = make(
    'form',
    { class: 'form delegation', novalidate: true, 'data-prefix': prefix },
    field('event', 'Auf welchen Termin?', choice, { prefix, hint: 'Ihre Plätze an diesem Termin bekommt dann jemand anderes.' }),
    make('p', { class: 'actions' }, make('button', { class: 'button' }, 'Verschieben')),
  );
  return make(
    'details',
    {},
    make('summary', {}, 'Auf einen anderen Termin verschieben'),
    onSubmit(form, attempt, (key) => work(key, { event: choice.value })),
  );
}
