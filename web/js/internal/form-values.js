/** What somebody has typed into a form, by the ids of its controls. */

const others = ['file', 'button', 'submit', 'fieldset'];
const isTick = ({ type }) => ['checkbox', 'radio'].includes(type);

/**
 * The controls that somebody can change.
 *
 * @param {HTMLFormElement} form
 */
export const controls = (form) => [...form.elements].filter(({ id, type, readOnly }) => id && !readOnly && !others.includes(type));

export const value = (control) => (isTick(control) ? control.checked : control.value);
export const values = (form) => Object.fromEntries(controls(form).map((control) => [control.id, value(control)]));

export function put(control, given) {
  if (isTick(control)) control.checked = given;
  else control.value = given;
}

/** What a value of a control reads like, for people. */
export function said(control, it) {
  if (isTick(control)) return it ? 'ausgewählt' : 'nicht ausgewählt';
  return control.options ? [...control.options].find((option) => option.value === it)?.text : it;
}

/** Shows again what was typed; a form whose entries can be added and removed hears how many there were, before the values come. */
export function announce(form, typed) {
  const ids = Object.keys(typed);
  const count = (list) => 1 + Math.max(-1, ...ids.map((id) => Number(id.match(`(?:^f-|-)${list}\\.(\\d+)\\.`)?.[1] ?? -1)));
  form.dispatchEvent(new CustomEvent('restore', { detail: { count, typed } }));
}
