import { newKey, Problem } from '../api.js';
import { make, one } from '../dom.js';
import { clearErrors, showErrors, showProblem } from '../errors.js';
import { me } from './session.js';

/** What every view of the office needs. */

export const tell = (text) => { one('#notice').textContent = text; };

export const colleague = (id) => id === me.id ? 'Sie' : me.colleagues.find((one) => one.id === id)?.mail ?? 'Geschäftsstelle';

export async function attempt(work) {
  try {
    clearErrors();
    await work();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    if (problem.status === 401) showProblem({ title: 'Bitte melden Sie sich neu an', detail: 'Ihre Anmeldung ist abgelaufen. Was Sie geschrieben haben, steht noch da.' });
    else if (problem.body.errors) showErrors(problem.body.errors);
    else showProblem(problem.body);
  }
}

/** Runs one thing at a time; the key stays the same until something else is typed, so that a second try has no second effect. */
export function onSubmit(form, work) {
  let key = newKey();
  form.addEventListener('input', () => { key = newKey(); });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = event.submitter ?? one('.button', form);
    if (button.ariaDisabled === 'true') return;
    button.ariaDisabled = 'true';
    await attempt(() => work(key));
    key = newKey();
    button.ariaDisabled = null;
  });
  return form;
}

export function button(text, work, attributes = {}) {
  const made = make('button', { type: 'button', class: 'link-button', ...attributes }, text);
  made.addEventListener('click', () => attempt(work));
  return made;
}

/** A labelled control, named as the server names its field. */
export function field(name, label, control, hint) {
  control.id = `f-${name}`;
  control.name = name;
  control.classList.add('kern-form-input__input');
  if (hint) control.setAttribute('aria-describedby', `h-${name}`);
  return make('div', { class: 'kern-form-input' }, make('label', { class: 'kern-label', for: control.id }, label),
    ...(hint ? [make('div', { class: 'kern-hint', id: `h-${name}` }, hint)] : []), control);
}

export const owners = (chosen) => make('select', {}, make('option', { value: '' }, 'niemand'),
  ...me.colleagues.map(({ id, mail }) => make('option', { value: id, selected: id === chosen }, mail)));

export const link = (query, text, attributes = {}) => make('a', { href: `/intern/${query}`, 'data-view': true, ...attributes }, text);
