import { field, whole } from '../control.js';
import { make } from '../dom.js';
import { onSubmit, tell } from '../submit.js';
import { meeting } from './concurrent-edit.js';
import { repeats, rule, wide } from './event-series.js';
import { audiences, kinds } from './event-words.js';
import { topics } from './profile-parts.js';
import { askOnce, me } from './session.js';
import { attempt, link } from './view.js';

/** What can be said of an event: for a new one, and for one that is there. */

const blank = {
  version: 0,
  kind: '',
  title: '',
  text: '',
  programme: '',
  startTyped: '',
  endTyped: '',
  place: '',
  link: '',
  audience: 'PUBLIC',
  price: '',
  get contact() {
    return me.mail;
  },
  capacity: 0,
  limit: 0,
  opensTyped: '',
  closesTyped: '',
  cancelByTyped: '',
  needs: false,
  questions: '',
  fee: '',
  rooms: '',
  freeUntilTyped: '',
  owedAfter: '',
  topics: [],
};

/** The form for a new one. */
export function creation(go) {
  return [
    make('p', { class: 'kicker' }, link('?ansicht=veranstaltungen', 'Veranstaltungen')),
    make('h1', { tabindex: '-1' }, 'Neue Veranstaltung'),
    form(blank, 'Entwurf speichern', async (key, body) => {
      const { id } = await askOnce(key, 'POST', '/events', body);
      await go(`?veranstaltung=${id}`);
      tell('Der Entwurf ist gespeichert. Niemand sieht ihn, bis Sie ihn veröffentlichen.');
    }),
  ];
}

/** @param load gives what the server has now, where it is there already */
export function form(it, label, work, load) {
  const options = (all, chosen, empty) => [
    ...(empty ? [make('option', { value: '' }, 'Bitte wählen')] : []),
    ...Object.entries(all).map(([value, text]) => make('option', { value, selected: value === chosen }, text)),
  ];
  const number = (value) => make('input', { type: 'text', inputmode: 'numeric', maxlength: '10', value: value.toLocaleString('de') });
  const moment = (value) => make('input', { type: 'datetime-local', value });
  const area = (value, rows, most) => {
    const made = make('textarea', { rows, maxlength: most });
    made.value = value;
    return made;
  };
  const inputs = {
    kind: make('select', {}, ...options(kinds, it.kind, !it.kind)),
    title: make('input', { type: 'text', maxlength: '150', value: it.title }),
    text: area(it.text, '6', '5000'),
    programme: area(it.programme, '4', '5000'),
    start: make('input', { type: 'datetime-local', value: it.startTyped }),
    end: make('input', { type: 'datetime-local', value: it.endTyped }),
    place: make('input', { type: 'text', maxlength: '300', value: it.place }),
    link: make('input', { type: 'url', maxlength: '500', value: it.link }),
    capacity: number(it.capacity),
    limit: number(it.limit),
    opens: moment(it.opensTyped),
    closes: moment(it.closesTyped),
    cancelBy: moment(it.cancelByTyped),
    needs: make('select', {}, ...options({ '': 'Nein', true: 'Ja' }, String(it.needs || ''))),
    questions: area(it.questions, '3', '1000'),
    fee: make('input', { type: 'text', inputmode: 'decimal', maxlength: '10', value: it.fee }),
    rooms: area(it.rooms, '3', '1000'),
    freeUntil: moment(it.freeUntilTyped),
    owedAfter: make('input', { type: 'text', inputmode: 'numeric', maxlength: '3', value: it.owedAfter }),
    audience: make('select', {}, ...options(audiences, it.audience)),
    price: area(it.price, '2', '500'),
    contact: make('input', { type: 'email', maxlength: '254', value: it.contact }),
  };
  const labels = {
    kind: ['Art'],
    title: ['Titel'],
    text: ['Worum geht es?'],
    programme: ['Programm', 'Ein Punkt je Zeile; darf leer bleiben.'],
    start: ['Beginn', 'Deutsche Zeit'],
    end: ['Ende'],
    place: ['Ort', 'Leer, wenn sie nur online ist.'],
    link: ['Adresse des Videogesprächs', 'Sie steht nie auf der öffentlichen Seite.'],
    capacity: ['Plätze', '0 heißt: ohne Anmeldung. Mehr oder weniger geht auch später; wer einen Platz hat, behält ihn.'],
    limit: ['Höchstens je Kommune', '0 heißt: unbegrenzt.'],
    opens: ['Anmeldung ab', 'Leer: sofort.'],
    closes: ['Anmeldung bis', 'Leer: bis zum Beginn.'],
    cancelBy: ['Absagen bis', 'Leer: bis zum Beginn.'],
    needs: ['Nach Zugang und Essen fragen?', 'Nur wo Sie es wirklich brauchen; die Angaben werden nach der Veranstaltung gelöscht.'],
    questions: ['Weitere Fragen', 'Eine je Zeile, höchstens fünf.'],
    fee: ['Kostenbeitrag je Person', 'In Euro, zum Beispiel 120,00. Wer etwas zahlt, bestätigt ein zweites Mal.'],
    rooms: ['Zimmer', 'Für Reisen, eine Art je Zeile: Einzelzimmer; 240,00; 10 (Preis je Person; Betten).'],
    freeUntil: [
      'Absagen kostet nichts bis',
      'Nur wenn die Teilnahme etwas kostet. Leer: Absagen kostet nie etwas. Steht seit der Veröffentlichung fest.',
    ],
    owedAfter: [
      'Danach zu zahlen, in Prozent des Preises',
      'Zum Beispiel 50. Bei einer Absage wird die Rechnung storniert und darüber eine neue gestellt.',
    ],
    audience: ['Für wen?'],
    price: ['Hinweise', 'Was zu zahlen ist oder enthalten; leer, wenn sie nichts kostet.'],
    contact: ['E-Mail für Fragen'],
  };
  const every = make('select', {}, ...options(repeats, ''));
  const times = make('input', { type: 'text', inputmode: 'numeric', maxlength: '10', value: '12' });
  const repeating = it.id
    ? []
    : [
        field('rrule', 'Wiederholen?', every, {
          prefix: 'event-',
          hint: 'Jeder Termin wird eine eigene Veranstaltung und lässt sich einzeln ändern.',
        }),
        field('times', 'Wie viele Termine?', times, { prefix: 'event-', hint: 'Nur wenn sie sich wiederholt.' }),
      ];
  const themes = make(
    'fieldset',
    { class: 'kern-fieldset' },
    make('legend', { class: 'kern-label' }, 'Themen'),
    make(
      'div',
      { class: 'kern-fieldset__body' },
      ...Object.entries(topics).map(([name, text]) =>
        make(
          'div',
          { class: 'kern-form-check' },
          make('input', {
            class: 'kern-form-check__checkbox',
            type: 'checkbox',
            id: `t-event-${name}`,
            name: `topics.${name}`,
            checked: it.topics.includes(name),
          }),
          make('label', { class: 'kern-label', for: `t-event-${name}` }, text),
        ),
      ),
    ),
  );
  const past = make(
    'div',
    { class: 'kern-form-check' },
    make('input', { class: 'kern-form-check__checkbox', type: 'checkbox', id: 'f-event-past', name: 'past', checked: it.over }),
    make('label', { class: 'kern-label', for: 'f-event-past' }, 'Sie hat schon stattgefunden: nur eintragen, ohne Anmeldung und E-Mails'),
  );
  const scope = it.series ? [field('following', 'Was soll sich ändern?', wide(), { prefix: 'event-' })] : [];
  const group = (legend, ...parts) =>
    make('fieldset', { class: 'kern-fieldset group' }, make('legend', {}, legend), make('div', { class: 'kern-fieldset__body' }, ...parts));
  const fields = (...names) => names.map((name) => field(name, labels[name][0], inputs[name], { prefix: 'event-', hint: labels[name][1] }));
  const made = make(
    'form',
    { class: 'form event', novalidate: true, 'data-prefix': 'event-' },
    group('Worum es geht', ...fields('kind', 'title', 'text', 'programme'), themes),
    group('Wann und wo', past, ...fields('start', 'end', 'place', 'link'), ...repeating),
    group('Für wen', ...fields('audience', 'contact')),
    group('Anmeldung', ...fields('capacity', 'limit', 'opens', 'closes', 'cancelBy', 'needs', 'questions')),
    group('Kosten', ...fields('fee', 'rooms', 'freeUntil', 'owedAfter', 'price')),
    ...scope,
    make('p', { class: 'actions' }, make('button', { class: 'button' }, label)),
  );
  const saving = load
    ? meeting(made, async () => {
        const now = await load();
        return {
          form: form(now, label, work),
          adopt: () => {
            it.version = now.version;
          },
        };
      })
    : (save) => save();
  return onSubmit(made, attempt, (key) =>
    saving(() =>
      work(key, {
        version: it.version,
        ...Object.fromEntries(Object.entries(inputs).map(([name, { value }]) => [name, value.trim()])),
        capacity: whole(inputs.capacity.value),
        limit: whole(inputs.limit.value),
        needs: inputs.needs.value === 'true',
        topics: Object.fromEntries(Object.keys(topics).map((name) => [name, made.elements[`topics.${name}`].checked])),
        past: made.elements.past.checked,
        ...(!it.id && every.value ? { rrule: rule(every.value, inputs.start.value, whole(times.value)) } : {}),
        ...(it.series ? { following: made.elements.following.value === 'true' } : {}),
      }),
    ),
  );
}
