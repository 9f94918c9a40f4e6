import { attempting } from '../acting.js';
import { make } from '../dom.js';
import { showProblem } from '../errors.js';
import { me } from './session.js';

/** What every view of the office needs. */

export const colleague = (id) => id === me.id ? 'Sie' : me.colleagues.find((one) => one.id === id)?.mail ?? 'Geschäftsstelle';

export const attempt = attempting((problem) => {
  if (problem.status !== 401) return false;
  showProblem({ title: 'Bitte melden Sie sich neu an', detail: 'Ihre Anmeldung ist abgelaufen. Was Sie geschrieben haben, steht noch da.' });
  return true;
});

export function button(text, work, attributes = {}) {
  const made = make('button', { type: 'button', class: 'link-button', ...attributes }, text);
  made.addEventListener('click', () => attempt(work));
  return made;
}

export const owners = (chosen) => make('select', {}, make('option', { value: '' }, 'niemand'),
  ...me.colleagues.map(({ id, mail }) => make('option', { value: id, selected: id === chosen }, mail)));

export const link = (query, text, attributes = {}) => make('a', { href: `/intern/${query}`, 'data-view': true, ...attributes }, text);
