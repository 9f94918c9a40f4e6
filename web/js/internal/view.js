import { make } from '../dom.js';
import { attempting } from '../submit.js';
import { me } from './session.js';

/** What every view of the office needs. */

export const colleague = (id) => (id === me.id ? 'Sie' : (me.colleagues.find((one) => one.id === id)?.mail ?? 'Geschäftsstelle'));

export const attempt = attempting();

export function button(text, work, attributes = {}) {
  const made = make('button', { type: 'button', class: 'link-button', ...attributes }, text);
  made.addEventListener('click', () => attempt(work));
  return made;
}

/**
 * A part of a page, under its heading.
 *
 * @param {string} heading
 * @param {(Node | string)[]} parts
 */
export const section = (heading, ...parts) => make('section', { class: 'flow' }, make('h2', {}, heading), ...parts);

export const owners = (chosen) =>
  make(
    'select',
    {},
    make('option', { value: '' }, 'niemand'),
    ...me.colleagues.map(({ id, mail }) => make('option', { value: id, selected: id === chosen }, mail)),
  );

export const link = (query, text, attributes = {}) => make('a', { href: `/intern/${query}`, 'data-view': true, ...attributes }, text);

/**
 * To where a fee is worked on: with its dossier, or by itself where it is owed for a booking.
 *
 * @param {any} fee
 */
export const feeLink = ({ dossier, municipality, event }) => link(event ? `?rechnung=${dossier}` : `?vorgang=${dossier}`, municipality);

/** Whether this is a phone, or a window as narrow as one. */
export const isNarrow = () => matchMedia('(max-width: 63.99rem)').matches;
