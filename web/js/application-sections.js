import { all, make, one } from './dom.js';
import { conflicts, current, draft, isCorrecting, unsaved } from './draft.js';
import { get } from './fields.js';

/** The application's sections: how far each is, the overview, and all answers to read. */

export const sections = all('form[data-page]')
  .map((form) => form.dataset.page)
  .filter((page) => page !== 'pruefen');
export const pageOf = (field) => field.split('.')[0];
export const page = (name) => one(`[data-page="${name}"]`);
export const heading = (name) => one('h1', page(name)).textContent;

/** How answers read, and what a correction leaves as it is, come when they are needed. */
export const reading = () => import('./answer-review.js');

/** A page's name in the address, which is German; the field it is about has served before, and serves on. */
export const address = (name) => page(name).dataset.address ?? name;
export const pageAt = (seite) => one(`[data-address="${CSS.escape(seite)}"]`)?.dataset.page ?? seite;

/** Before there is a draft, only its first section. */
export const reachable = (name) => (draft.id || ['start', 'contacts'].includes(name) ? name : 'contacts');

export const missingOn = (name) => (draft.missing ?? []).filter(({ field }) => pageOf(field) === name);
const isEmpty = (value) => value === undefined || value === '' || (typeof value === 'object' && Object.values(value).every(isEmpty));

function stateOf(name) {
  if (isCorrecting()) return name in (draft.typed ?? {}) ? ['done', 'bearbeitet'] : ['open', 'zu berichtigen'];
  if (unsaved().includes(name)) return ['open', 'noch nicht gespeichert'];
  if (missingOn(name).length === 0) return ['done', 'vollständig'];
  return isEmpty(get(current(), name)) ? ['', 'noch nicht begonnen'] : ['open', 'noch nicht vollständig'];
}

/** In a correction only the pages that hold a named field. */
export const open = () =>
  isCorrecting() ? sections.filter((name) => draft.correction.fields.some((field) => pageOf(field) === name)) : sections;

export function showTasks() {
  one('[data-correcting]').hidden = !isCorrecting();
  one('[data-draft]').hidden = isCorrecting();
  if (isCorrecting()) one('[data-reason]').textContent = draft.correction.reason;
  const sections = open();
  const done = sections.filter((name) => stateOf(name)[0] === 'done').length;
  one('[data-progress]').textContent = isCorrecting()
    ? `${done} von ${sections.length} Abschnitten sind bearbeitet.`
    : `${done} von ${sections.length} Abschnitten sind vollständig.`;
  one('[data-tasks]').replaceChildren(
    ...sections.map((name) => {
      const [kind, words] = stateOf(name);
      return make(
        'li',
        { class: 'task' },
        make('a', { href: `?seite=${address(name)}`, 'data-go': name, 'aria-describedby': `state-${name}` }, heading(name)),
        make('span', { class: `state ${kind}`, id: `state-${name}` }, words),
      );
    }),
  );
}

export async function showAnswers(place, draft) {
  const { answered } = await reading();
  await answered(place, stored(), {
    draft,
    change: ({ page: name }) =>
      draft && open().includes(name)
        ? make('a', { href: `?seite=${address(name)}`, 'data-go': name, 'aria-label': `Ändern: ${heading(name)}` }, 'Ändern')
        : '',
  });
}

/** What would be sent: the server has it, but for what is mended in a correction. */
const stored = () => (isCorrecting() ? current() : draft.answers);

export async function showDifference() {
  const mine = current();
  const { lines } = await reading();
  const text = (name, answers) => lines(name, answers) || 'leer';
  one('[data-difference]').replaceChildren(
    ...conflicts().flatMap((name) => [
      make('h2', {}, heading(name)),
      make(
        'div',
        { class: 'versions' },
        make('div', {}, make('h3', {}, 'Ihre Fassung'), make('p', {}, text(name, mine))),
        make('div', {}, make('h3', {}, 'Gespeicherte Fassung'), make('p', {}, text(name, draft.answers))),
      ),
    ]),
  );
}
