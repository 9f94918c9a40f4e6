import { Problem } from './api.js';
import { all, make, one } from './dom.js';
import { adopt, keepDrafts } from './internal/drafts.js';
import { arrive, belongs, me, signIn, signOut } from './internal/session.js';
import { attempt } from './internal/view.js';
import { home, meant, thingIn, things, views } from './internal/views.js';
import { tell } from './submit.js';

const title = document.title;

/** After so long without an answer (milliseconds) it is said that something is loading. */
const SOON = 200;

/** The menu marks the view that the address means from the first moment on. */
function mark(query) {
  const inside = thingIn(query) !== undefined;
  all('#views a[data-view]').forEach((link) => {
    const here = !inside && (new URLSearchParams(link.search).get('ansicht') ?? '') === (query.get('ansicht') ?? home(belongs));
    here ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current');
  });
}

/** What the address means is called so, before anything of it is there. */
function called(query) {
  return (
    things[thingIn(query) ?? '']?.called
    ?? one('#views [aria-current]')?.textContent
    ?? views[query.get('ansicht')]?.called
    ?? 'Interner Bereich'
  );
}

/** Puts content in place in one step. What had the focus is gone: it must not fall back to the top of the page. */
function place(parts) {
  const wasInside = one('#view').contains(document.activeElement);
  one('#view').replaceChildren(...parts);
  const heading = one('#view h1');
  if (wasInside) heading.focus();
  document.title = `${heading.textContent} – ${title}`;
}

const stub = (query, ...more) => [make('h1', { tabindex: '-1' }, called(query)), ...more];

let newest = 0;

/**
 * Loads what the address means. When somebody has moved on meanwhile, what comes late is not shown.
 *
 * @param arriving whether it is another view than before, whose name stands there as long as it loads
 * @returns whether something that was typed before is shown again; undefined when the view is not shown
 */
async function load(arriving) {
  const mine = ++newest;
  const query = new URLSearchParams(location.search);
  mark(query);
  one('#view').ariaBusy = 'true';
  const slow = setTimeout(() => {
    if (mine !== newest) return;
    one('#loading').textContent = 'Wird geladen …';
    if (arriving) place(stub(query));
  }, SOON);
  try {
    const { view, id } = meant(query, belongs);
    const parts = await view.load({ query, id, show, go });
    if (mine !== newest) return undefined;
    place(parts);
    return adopt(one('#view'), show);
  } finally {
    clearTimeout(slow);
    if (mine === newest) {
      one('#view').ariaBusy = null;
      one('#loading').textContent = '';
    }
  }
}

/** Shows anew what the address says. */
async function show() {
  await load(false);
}

async function go(address) {
  history.pushState(null, '', address);
  await arriveAt();
}

let shown = '';

async function arriveAt() {
  tell('');
  fold(true);
  shown = location.search + location.hash;
  one('#find-words').value = location.search === '?ansicht=suche' ? (new URLSearchParams(location.hash.slice(1)).get('suche') ?? '') : '';
  const mine = newest + 1;
  await attempt(async () => {
    let restored;
    try {
      restored = await load(true);
    } catch (problem) {
      if (mine === newest) place(failed(problem));
      if (!(problem instanceof Problem)) throw problem;
      restored = false;
    }
    if (mine !== newest) return;
    one('#view h1').focus();
    scrollTo(0, 0);
    if (restored) tell('Was Sie hier geschrieben hatten, steht wieder da. Es ist noch nicht gespeichert.');
  });
}

/**
 * Nothing came: the address stays, so the heading is still its own, and it can be tried again.
 *
 * @param {any} problem
 * @param {() => unknown} retry
 */
function failed(problem, retry = () => arriveAt()) {
  // What is refused or gone stays it.
  const [refused, again] = [
    [403, 410].includes(problem.status),
    make('button', { type: 'button', class: 'button' }, 'Noch einmal versuchen'),
  ];
  again.addEventListener('click', retry);
  const back = make('a', { href: '/intern/', 'data-view': true, class: 'button quiet' }, 'Zur Übersicht');
  const { title: what = '', detail = '' } = problem instanceof Problem ? problem.body : ours;
  return stub(
    new URLSearchParams(location.search),
    make(
      'div',
      { class: 'note flow', role: 'alert' },
      make('p', {}, make('strong', {}, what)),
      make('p', {}, detail),
      make('p', { class: 'actions' }, refused ? back : again),
    ),
  );
}

const ours = {
  title: 'Das ließ sich nicht laden',
  detail: 'Der Fehler liegt bei uns. Versuchen Sie es noch einmal, oder sagen Sie es der Geschäftsstelle.',
};

/** The menu of a narrow window. */
function fold(folded) {
  one('#menu').setAttribute('aria-expanded', String(!folded));
  one('#views').classList.toggle('folded', folded);
}

document.addEventListener('click', (event) => {
  const link = event.target?.closest?.('a[data-view]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(link.getAttribute('href'));
});
// A link within the page moves on as well, but to nowhere else.
addEventListener('popstate', () => {
  if (location.hash !== '#inhalt' && location.search + location.hash !== shown) arriveAt();
});
one('#menu').addEventListener('click', () => fold(one('#menu').ariaExpanded === 'true'));
addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || one('#menu').ariaExpanded !== 'true') return;
  fold(true);
  one('#menu').focus();
});
one('#find').addEventListener('submit', (event) => {
  event.preventDefault();
  // What is searched for may name a person: it stands in the fragment, which no server sees.
  go(`?ansicht=suche#${new URLSearchParams({ suche: one('#find-words').value.trim() })}`);
});
one('#sign-in').addEventListener('click', () => signIn());
one('#sign-out').addEventListener('click', () => attempt(signOut));

async function begin() {
  const door = new URLSearchParams(location.search).get('einlass');
  // At the door nobody waits for a connection: ticks are kept until somebody signs in again.
  const atHand = door && (await import('./internal/checkin.js')).isAtHand(door);
  const slow = setTimeout(() => {
    one('#loading').textContent = 'Wird geladen …';
  }, SOON);
  let signedIn;
  try {
    signedIn = await arrive();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    if (!atHand) return unreachable(problem);
    signedIn = false;
  } finally {
    clearTimeout(slow);
    one('#loading').textContent = '';
    one('#arriving').hidden = true;
  }
  const alone = !signedIn && atHand;
  one('#signed-out').hidden = signedIn || alone;
  one('#signed-in').hidden = !signedIn && !alone;
  one('#shell').hidden = !signedIn;
  if (alone) await show();
  if (!signedIn) return undefined;
  keepDrafts(one('#signed-in'), me.id, show);
  one('#who').textContent = me.mail;
  all('#shell [data-for]').forEach((item) => {
    item.hidden = !belongs(...item.dataset.for.split(' '));
  });
  return arriveAt();
}

/** Whether somebody is signed in nobody knows now. */
function unreachable(problem) {
  one('#signed-in').hidden = false;
  place(failed(problem, () => location.reload()));
}

await begin();
