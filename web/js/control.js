import { make } from './dom.js';

/**
 * A labelled control.
 *
 * @param {string} name
 * @param {string} label
 * @param {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} control
 * @param {object} options
 * @param {string} [options.hint]
 * @param {string} [options.prefix] of its form, where a page has several with fields of one name
 */
export function field(name, label, control, { hint, prefix = '' } = {}) {
  control.id = `f-${prefix}${name}`;
  control.name = name;
  // What looks like a line to type in must be one.
  if (control.type !== 'file') control.classList.add('kern-form-input__input');
  if (hint) control.setAttribute('aria-describedby', `h-${prefix}${name}`);
  return make(
    'div',
    { class: 'kern-form-input' },
    make('label', { class: 'kern-label', for: control.id }, label),
    ...(hint ? [make('div', { class: 'kern-hint', id: `h-${prefix}${name}` }, hint)] : []),
    control,
  );
}

const incomplete = {
  date: 'Geben Sie Tag, Monat und Jahr vollständig an.',
  time: 'Geben Sie die Uhrzeit vollständig an, zum Beispiel 14:30.',
  'datetime-local': 'Geben Sie Tag und Uhrzeit vollständig an.',
};

/**
 * What somebody typed and the browser cannot read has the value of an empty field: it is told, so that it is not taken for one.
 *
 * @param {HTMLFormElement} form
 * @returns {{ field: string, message: string }[]}
 */
export const unreadable = (form) =>
  [...form.elements]
    .filter(({ validity }) => validity?.badInput)
    .map(({ name, type }) => ({ field: name, message: incomplete[type] ?? 'Das ist nicht lesbar. Prüfen Sie, was hier steht.' }));

/**
 * A whole number as it is written in German: „1.000“ and „1 000“ are a thousand. What is none stays as typed, and is refused.
 *
 * @param {string} typed
 * @returns {number | string}
 */
export const whole = (typed) => (/^(?:\d+|\d{1,3}(?:[.\s]\d{3})+)$/.test(typed.trim()) ? Number(typed.replace(/\D/g, '')) : typed.trim());
