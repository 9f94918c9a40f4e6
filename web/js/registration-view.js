import { make, one } from './dom.js';

/** What every state of the registration's page shows. */

const title = document.title;
const view = one('#view');

export const all = () => make('p', {}, make('a', { href: '/veranstaltungen/' }, 'Alle Veranstaltungen'));

export function show(parts) {
  const before = view.childElementCount > 0;
  view.replaceChildren(...parts);
  const heading = one('h1', view);
  document.title = title.startsWith(heading.textContent) ? title : `${heading.textContent} – ${title}`;
  // Who has just come begins at the top, with the way past the menu.
  if (!before) return;
  heading.focus();
  scrollTo(0, 0);
}

export const about = (it) => make('p', { class: 'lead' }, it.when, make('br'), it.place);
export const questions = (it) => make('p', {}, 'Fragen? ', make('a', { href: `mailto:${it.contact}` }, it.contact));
