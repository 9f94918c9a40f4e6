import { make } from './dom.js';
import { correctable, nameOf, optional, questionOf, questions } from './questions.js';
import { shortDay } from './words.js';

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
 * @param {(question: import('./questions.js').Question) => Node | string} [reading.change] makes what stands beside a heading, or nothing
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

/** A page's answers as plain lines. */
export function lines(page, answers) {
  const question = questionOf(page);
  const text = make('div', {}, ...body(question, answers[page], {}, 'h3'));
  return [...text.querySelectorAll('dt, h3, p')]
    .map((it) => (it.matches('dt') ? `${it.textContent}: ${it.nextSibling?.textContent}` : it.textContent))
    .join('\n');
}

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
