import { all, make, one } from '../dom.js';
import { tell } from '../submit.js';
import { announce, controls, put, said, values } from './form-values.js';

/**
 * What is typed into any form of the office and not saved yet. The tab keeps it, for this person alone: moving on, a reload and
 * the end of a session lose nothing. What the server has taken is forgotten; so is all of it when somebody signs out.
 *
 * A form needs nothing for it but controls with ids. One whose entries can be added and removed listens to `restore`, which
 * comes before the values and tells how many entries there were.
 */
const PREFIX = 'entwurf';
const kept = new WeakSet();

/** By key, what is just on its way to the server: no draft any more as soon as that is shown as saved. */
const leaving = new Map();

let person = '';

const own = () => Object.keys(sessionStorage).filter((key) => key.startsWith(`${PREFIX} `));

/** How many forms of this tab hold something that is not saved. */
export const unsaved = () => own().length;

/** Nobody is signed in any more. */
export function forgetAll() {
  own().forEach((key) => sessionStorage.removeItem(key));
}

/**
 * Keeps whatever this person types into forms within the place from now on, and shows again what they typed before. What
 * somebody else typed in this tab is nobody's any more.
 *
 * @param again shows the place anew
 */
export function keepDrafts(place, id, again) {
  person = id;
  own()
    .filter((key) => !key.startsWith(`${PREFIX} ${id} `))
    .forEach((key) => sessionStorage.removeItem(key));
  new MutationObserver(() => adopt(place, again)).observe(place, { childList: true, subtree: true });
}

/** Forms that are new here; whether something was shown again. */
export const adopt = (place, again) =>
  all('form:not([role="search"])', place).filter((form) => !kept.has(form) && keep(form, again)).length > 0;

function keep(form, again) {
  kept.add(form);
  const [first] = controls(form);
  if (!first) return false;
  const key = [PREFIX, person, location.search, first.id].join(' ');
  const given = values(form);
  const stored = sessionStorage.getItem(key);
  const restored = stored && stored !== leaving.get(key) ? JSON.parse(stored) : undefined;
  if (restored) restore(form, restored, given, () => discard(key, again));
  form.addEventListener('input', () => {
    const typed = values(form);
    if (JSON.stringify(typed) === JSON.stringify(given)) {
      sessionStorage.removeItem(key);
      note(form)?.remove();
    } else {
      sessionStorage.setItem(key, JSON.stringify({ typed, given }));
      note(form) ?? show(form, () => discard(key, again));
    }
  });
  form.addEventListener('sending', () => leaving.set(key, sessionStorage.getItem(key)));
  form.addEventListener('sent', () => {
    // What was typed after it had left is still to be saved.
    if (sessionStorage.getItem(key) === leaving.get(key)) {
      sessionStorage.removeItem(key);
      Object.assign(given, values(form));
      note(form)?.remove();
    }
    leaving.delete(key);
  });
  form.addEventListener('unsent', () => leaving.delete(key));
  return Boolean(restored);
}

async function discard(key, again) {
  sessionStorage.removeItem(key);
  await again();
  tell('Verworfen.');
}

const note = (form) => one('.draft', form);

function show(form, discarding, ...more) {
  const away = make('button', { type: 'button', class: 'link-button' }, 'Verwerfen');
  away.addEventListener('click', discarding);
  const words = make(
    'div',
    { class: 'draft mute' },
    make('p', {}, 'Noch nicht gespeichert, aber in diesem Fenster aufgehoben. ', away),
    ...more,
  );
  const actions = all('.actions', form).at(-1);
  actions ? actions.before(words) : form.append(words);
}

/** What was typed goes over what the server has; where that has changed meanwhile, both are told. */
function restore(form, { typed, given: before }, given, discarding) {
  announce(form, typed);
  const changed = [];
  for (const control of controls(form)) {
    const { id } = control;
    if (!(id in typed) || typed[id] === before[id]) continue;
    if (id in before && id in given && before[id] !== given[id] && typed[id] !== given[id]) changed.push(control);
    put(control, typed[id]);
  }
  for (let fold = form.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
  show(form, discarding, ...(changed.length ? meanwhile(changed, given) : []));
}

const meanwhile = (changed, given) => [
  make('p', {}, 'Inzwischen hat jemand anderes gespeichert:'),
  make(
    'ul',
    {},
    ...changed.map((control) =>
      make(
        'li',
        {},
        `${control.labels[0]?.textContent ?? control.name}: dort steht jetzt „${said(control, given[control.id]) || 'nichts'}“`,
      ),
    ),
  ),
];
