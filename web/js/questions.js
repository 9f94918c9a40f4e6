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
export const optional = ['contacts.phone', 'time.note', 'invoice.leitwegId'];

/** @param {string} field */
export const questionOf = (field) => questions.find(({ page }) => page === field.split('.')[0]);

/** What a field that can be corrected is called, such as „Rechnung: Ort“. */
export function nameOf(field) {
  const [, name] = field.split('.');
  const question = questionOf(field);
  if (!name) return question?.name ?? field;
  return question?.page === 'municipality' ? question.fields?.[name] : `${question?.name}: ${question?.fields?.[name]}`;
}

/** Where single fields are corrected; of other pages the whole. */
const apart = ['municipality', 'invoice'];

/** Another municipality is another application, and nobody else consents. */
const never = ['municipality.ags', 'agreement'];

/** What the office may ask to be corrected, in the order of the form. */
export const correctable = questions
  .flatMap(({ page, fields = {} }) => (apart.includes(page) ? Object.keys(fields).map((name) => `${page}.${name}`) : page))
  .filter((field) => !never.includes(field));
