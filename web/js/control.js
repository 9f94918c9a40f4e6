import { make } from './dom.js';

/**
 * A labelled control.
 *
 * @param prefix of its form, where a page has several with fields of one name
 */
export function field(name, label, control, { hint, prefix = '' } = {}) {
  control.id = `f-${prefix}${name}`;
  control.name = name;
  // What looks like a line to type in must be one.
  if (control.type !== 'file') control.classList.add('kern-form-input__input');
  if (hint) control.setAttribute('aria-describedby', `h-${prefix}${name}`);
  return make('div', { class: 'kern-form-input' }, make('label', { class: 'kern-label', for: control.id }, label),
    ...(hint ? [make('div', { class: 'kern-hint', id: `h-${prefix}${name}` }, hint)] : []), control);
}
