import { make } from './dom.js';
import { shortDay } from './words.js';

/**
 * @typedef {object} Question
 * @property {string} page
 * @property {string} [name]
 * @property {string} heading
 * @property {string} [entry] what one of several is called
 * @property {Record<string, string>} [fields] labels
 * @property {Record<string, Record<string, string>>} [choices] by field
 */

/**
 * The application's questions in the form's own words and order, for everybody who reads answers. A test holds form and API to them.
 *
 * @type {Question[]}
 */
export const questions = [
  {
    page: 'contacts',
    name: 'Ansprechpersonen',
    heading: 'Wer ist für uns ansprechbar?',
    entry: 'Person',
    fields: { name: 'Vor- und Nachname', office: 'Amt oder Funktion', mail: 'E-Mail-Adresse', phone: 'Telefon' },
  },
  {
    page: 'municipality',
    name: 'Kommune',
    heading: 'Für welche Kommune stellen Sie den Antrag?',
    fields: { ags: 'Kommune', population: 'Einwohner*innen' },
  },
  { page: 'attitude', name: 'Haltung', heading: 'Wofür steht Ihre Kommune?' },
  { page: 'motivation', name: 'Motivation', heading: 'Warum möchten Sie mitmachen?' },
  { page: 'expectations', name: 'Erwartungen', heading: 'Was erhoffen Sie sich?' },
  {
    page: 'projects',
    name: 'Vorhaben',
    heading: 'Welche Vorhaben zum Leerstand laufen bei Ihnen?',
    entry: 'Vorhaben',
    fields: {
      title: 'Name des Vorhabens',
      place: 'Ort oder Gebäude',
      state: 'Wo steht es gerade?',
      learned: 'Was haben Sie dabei gelernt?',
    },
    choices: {
      state: {
        idea: 'Idee',
        planning: 'in Planung',
        underway: 'wird umgesetzt',
        done: 'in Betrieb',
        stopped: 'gescheitert oder abgebrochen',
      },
    },
  },
  { page: 'experience', name: 'Erfahrung', heading: 'Welche Erfahrung bringen Sie mit?' },
  {
    page: 'time',
    name: 'Zeit',
    heading: 'Wie viel Zeit können Sie einplanen?',
    fields: { hours: 'Zeit im Netzwerk', note: 'Anmerkung' },
    choices: {
      hours: {
        less: 'weniger als zwei Stunden in der Woche',
        two: 'ungefähr zwei Stunden in der Woche',
        more: 'mehr als zwei Stunden in der Woche',
      },
    },
  },
  {
    page: 'invoice',
    name: 'Rechnung',
    heading: 'Wohin geht die Rechnung?',
    fields: {
      recipient: 'Rechnungsempfänger',
      street: 'Straße und Hausnummer',
      postcode: 'Postleitzahl',
      city: 'Ort',
      leitwegId: 'Leitweg-ID',
      format: 'Wie soll die Rechnung kommen?',
    },
    choices: { format: { xrechnung: 'XRechnung (XML-Datei)', zugferd: 'ZUGFeRD (PDF mit eingebetteter XML-Datei)', pdf: 'PDF' } },
  },
  {
    page: 'agreement',
    name: 'Einverständnis',
    heading: 'Einverständnis',
    fields: {
      fee: 'Bei einer Aufnahme zahlt die Kommune einmalig 100\u202f€.',
      privacy: 'Wir haben die Datenschutzhinweise gelesen; auch die anderen Ansprechpersonen wissen Bescheid.',
    },
  },
];
const optional = ['contacts.phone', 'time.note', 'invoice.leitwegId'];

const given = (value) => value !== undefined && value !== null && value !== '' && value !== false;

/**
 * An answer's words; in a draft a required one that is not there yet is missing, not left out.
 *
 * @param {string} tag
 * @param {any} value
 * @param {{ choices?: Record<string, string>, draft?: boolean, needed?: boolean, field?: string }} reading
 */
function answer(tag, value, { choices, draft, needed = true, field } = {}) {
  if (given(value)) return make(tag, { 'data-field': field }, value === true ? 'ja' : (choices?.[value] ?? String(value)));
  return make(
    tag,
    { 'data-field': field, class: draft && needed ? 'empty missing' : 'empty' },
    draft && needed ? 'fehlt noch' : 'keine Angabe',
  );
}

/**
 * What has no label is shown under its raw name, so that nothing that was answered is hidden. What is not there after sending
 * was not answered, or is not for this reader.
 */
function pairs({ page, fields = {}, choices = {} }, values = {}, { draft, municipality }) {
  const names = [...new Set([...Object.keys(fields), ...Object.keys(values)])].filter((name) => draft || given(values[name]));
  return make(
    'dl',
    {},
    ...names.flatMap((name) => {
      const field = `${page}.${name}`;
      const value = field === 'municipality.ags' ? (municipality ?? values[name]) : values[name];
      return [
        make('dt', {}, fields[name] ?? name),
        answer('dd', value, { choices: choices[name], draft, needed: !optional.includes(field), field }),
      ];
    }),
  );
}

function body(question, value, reading, level) {
  if (question.entry) {
    const entries = value?.length ? value : [{}];
    return entries.flatMap((entry, i) => [
      ...(entries.length > 1 ? [make(level, {}, `${question.entry} ${i + 1}`)] : []),
      pairs(question, entry, reading),
    ]);
  }
  return question.fields ? [pairs(question, value ?? undefined, reading)] : [answer('p', value, reading)];
}

/** What is longer than this (characters) is folded where somebody looks for something else first. */
const LONG = 300;

const same = (content) => content;

function folded(content) {
  const length = content.reduce((sum, { textContent }) => sum + textContent.length, 0);
  return length < LONG
    ? content
    : [make('details', {}, make('summary', {}, `Antwort lesen (${length.toLocaleString('de')} Zeichen)`), ...content)];
}

/**
 * All answers as everybody reads them: a section for each page of the form.
 *
 * @param {Record<string, any>} answers
 * @param {object} reading
 * @param {boolean} [reading.fold] whether long answers are folded
 * @param {string} [reading.municipality] its name, where the answers have a key
 * @param {boolean} [reading.draft] whether what is missing is still to come
 * @param {number} [reading.level] of the headings
 * @param {(question: Question) => Node | string} [reading.change] makes what stands beside a heading, or nothing
 */
export function sections(answers, { municipality, draft = false, level = 2, change = () => '', fold = false } = {}) {
  const known = questions.map(({ page }) => page);
  const others = Object.keys(answers)
    .filter((page) => !known.includes(page))
    .map((page) => ({ page, heading: page }));
  return [...questions.filter(({ page }) => draft || page in answers), ...others].map((question) =>
    make(
      'section',
      { class: 'answers' },
      make('header', {}, make(`h${level}`, {}, question.heading), change(question)),
      ...(fold ? folded : same)(body(question, answers[question.page], { municipality, draft }, `h${level + 1}`)),
    ),
  );
}

/** @param {string} field */
const questionOf = (field) => questions.find(({ page }) => page === field.split('.')[0]);

/** What a field that can be corrected is called, such as „Rechnung: Ort“. */
export function nameOf(field) {
  const [, name] = field.split('.');
  const question = questionOf(field);
  if (!name) return question?.name ?? field;
  return question?.page === 'municipality' ? question.fields?.[name] : `${question?.name}: ${question?.fields?.[name]}`;
}

/** A page's answers as plain lines. */
export function lines(page, answers) {
  const question = questionOf(page);
  const text = make('div', {}, ...body(question, answers[page], {}, 'h3'));
  return [...text.querySelectorAll('dt, h3, p')]
    .map((it) => (it.matches('dt') ? `${it.textContent}: ${it.nextSibling?.textContent}` : it.textContent))
    .join('\n');
}

/** What the office may ask to be corrected, in the order of the form. */
export const correctable = [
  'municipality.population',
  'contacts',
  'attitude',
  'motivation',
  'expectations',
  'projects',
  'experience',
  'time',
  'invoice.recipient',
  'invoice.street',
  'invoice.postcode',
  'invoice.city',
  'invoice.leitwegId',
  'invoice.format',
];

function version(title, field, value) {
  const [, name] = field.split('.');
  const question = questionOf(field);
  return make(
    'div',
    {},
    make('h4', {}, title),
    ...(name ? [answer('p', value, { choices: question?.choices?.[name] })] : body(question, value, {}, 'h5')),
  );
}

/**
 * What was corrected: each field as it was and as it is now, side by side.
 *
 * @param load gives both versions, by number; they come when somebody wants to see them
 */
export function corrections(list, load) {
  return list.map(({ number, fields: named, reason, askedAt, answeredAt }) => {
    const newest = number === list.length;
    const shown = make(
      'details',
      { class: 'correction', open: newest },
      make('summary', {}, `Berichtigung ${number}, gesendet am ${shortDay(answeredAt)}`),
      make('p', { class: 'mute' }, `Erbeten am ${shortDay(askedAt)}:`),
      make('blockquote', {}, reason),
    );
    const versions = ({ before, after }) =>
      correctable
        .filter((field) => named.includes(field))
        .flatMap((field) => [
          make('h3', {}, nameOf(field)),
          make('div', { class: 'versions' }, version('Vorher', field, before[field]), version('Jetzt', field, after[field])),
        ]);
    let loading;
    const fill = () => {
      // What could not be read is asked for again when it is opened again.
      loading ??= load(number).then(
        (changed) => shown.append(...versions(changed)),
        () => {
          loading = undefined;
          shown.open = false;
        },
      );
    };
    shown.addEventListener('toggle', () => {
      if (shown.open) fill();
    });
    if (newest) fill();
    return shown;
  });
}
