import { tell } from './acting.js';
import { all, one } from './dom.js';
import { attempt } from './intern/page.js';
import { arrive, belongs, me, signIn, signOut } from './intern/session.js';

const title = document.title;

/** Which view the address means; each is loaded when it is first needed. */
async function view(query) {
  const id = query.get('vorgang');
  if (id) return (await import('./intern/dossier.js')).dossier(id, show);
  if (query.get('vorauswahl')) return (await import('./intern/votes.js')).poll(query.get('vorauswahl'), show);
  if (query.get('ansicht') === 'gespraeche') return (await import('./intern/slots.js')).slots(show);
  if (query.get('veranstaltung')) return (await import('./intern/events.js')).event(query.get('veranstaltung'), show, go);
  if (query.get('ansicht') === 'veranstaltungen') return (await import('./intern/events.js')).events(go);
  if (query.get('aufzeichnung')) return (await import('./intern/recordings.js')).recording(query.get('aufzeichnung'), show, go);
  if (query.get('ansicht') === 'aufzeichnungen') return (await import('./intern/recordings.js')).recordings(go);
  if (query.get('film')) return (await import('./intern/library.js')).watch(query.get('film'));
  if (query.get('ansicht') === 'archiv') return (await import('./intern/library.js')).library();
  if (query.get('einlass')) return (await import('./intern/door.js')).door(query.get('einlass'));
  if (query.get('ansicht') === 'teilnahme') return (await import('./intern/door.js')).attendance();
  if (query.get('anmeldung')) return (await import('./intern/registrations.js')).own(query.get('anmeldung'), show);
  if (query.get('mitglied')) return (await import('./intern/members.js')).member(query.get('mitglied'), show);
  if (query.get('ansicht') === 'mitglieder') return (await import('./intern/members.js')).members();
  if (query.get('ansicht') === 'verzeichnis') return (await import('./intern/profile.js')).directory();
  if (query.get('ansicht') === 'profil' || !belongs('staff', 'founder')) return (await import('./intern/profile.js')).profile(show);
  if (query.get('ansicht') === 'vorauswahl' || !belongs('staff')) return (await import('./intern/votes.js')).polls();
  if (query.get('ansicht') === 'gruendung') return (await import('./intern/founders.js')).founders(show);
  if (query.get('ansicht') === 'zahlungen') return (await import('./intern/bank.js')).bank(show);
  if (query.get('ansicht') === 'liste') return (await import('./intern/table.js')).table(query, go);
  if (query.get('ansicht') === 'aufgaben') return (await import('./intern/tasks.js')).tasks(query, show);
  return (await import('./intern/board.js')).board();
}

/** Shows what the address says; what is already there is replaced in one step. */
async function show() {
  const query = new URLSearchParams(location.search);
  const parts = await view(query);
  const wasInside = one('#view').contains(document.activeElement);
  one('#view').replaceChildren(...parts);
  const heading = one('#view h1');
  // What had the focus is gone: it must not fall back to the top of the page.
  if (wasInside) heading.focus();
  document.title = `${heading.textContent} – ${title}`;
  all('#views a').forEach((link) => {
    const here = !['vorgang', 'vorauswahl', 'mitglied', 'veranstaltung', 'anmeldung', 'einlass', 'aufzeichnung', 'film'].some((thing) => query.has(thing)) && (new URLSearchParams(link.search).get('ansicht') ?? '') === (query.get('ansicht') ?? '');
    here ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current');
  });
}

async function go(address) {
  history.pushState(null, '', address);
  await arriveAt();
}

async function arriveAt() {
  tell('');
  await attempt(async () => {
    await show();
    one('#view h1').focus();
    scrollTo(0, 0);
  });
}

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-view]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go(link.getAttribute('href'));
});
addEventListener('popstate', arriveAt);
one('#sign-in').addEventListener('click', signIn);
one('#sign-out').addEventListener('click', signOut);

await attempt(async () => {
  const signedIn = await arrive();
  const door = new URLSearchParams(location.search).get('einlass');
  // At the door nobody waits for a connection: ticks are kept until somebody signs in again.
  const alone = !signedIn && door && (await import('./intern/door.js')).isAtHand(door);
  one('#signed-out').hidden = signedIn || alone;
  one('#signed-in').hidden = !signedIn && !alone;
  if (alone) one('#views').hidden = true;
  if (alone) await show();
  if (!signedIn) return;
  one('#who').textContent = `Angemeldet als ${me.mail}`;
  all('#views [data-for]').forEach((item) => { item.hidden = !belongs(...item.dataset.for.split(' ')); });
  await arriveAt();
});
