import { corrections, sections } from './answers.js';
import { call, once } from './api.js';
import { showCopies } from './application-copies.js';
import { all, make, one } from './dom.js';
import { documents } from './dossier-documents.js';
import { messageLines, withEarlier } from './dossier-parts.js';
import { showPeople } from './dossier-people.js';
import { draft, leave, onRenewal } from './draft.js';
import { newLink } from './new-link.js';
import { DELAYED, paying } from './payment-details.js';
import { nameOf } from './questions.js';
import { attempting, onSubmit, tell } from './submit.js';
import { day, time } from './words.js';

/**
 * What a part of the page needs of it: to ask the server, to show what was refused, to find its places, to show everything anew.
 *
 * @typedef {object} Page
 * @property {(method: string, more?: string, body?: unknown) => Promise<any>} ask
 * @property {(work: () => unknown) => Promise<boolean>} attempt
 * @property {(name: string) => Found} place
 * @property {() => Promise<void>} load
 */

const path = (more = '') => `/dossiers/${draft.id}${more}`;
/** @type {Page['ask']} */
const ask = (method, more, body) => call(method, path(more), { secret: draft.secret, body });
const place = (name) => one(`[data-${name}]`);
let dossier;
/** @type {() => Promise<void>} */
let loadDocuments;

/* ---- What is shown ---- */

async function load() {
  dossier = await ask('GET');
  place('municipality').textContent = dossier.municipality;
  place('reference').textContent = dossier.reference;
  showStanding();
  showMessages();
  showHistory();
  showPeople(dossier, page);
  place('answers').replaceChildren(...sections(dossier.answers, { municipality: dossier.municipality, level: 3 }));
  place('corrections').replaceChildren(...corrections(dossier.corrections, (number) => ask('GET', `/corrections/${number}`)));
  showCopies(place('copies'), draft, dossier);
  all('[data-open]').forEach((element) => {
    element.hidden = !dossier.open;
  });
  one('#message').hidden = dossier.over;
  place('over').hidden = !dossier.over;
  one('#dossier').hidden = false;
  const [decision, fee] = await Promise.all([ask('GET', '/decision'), ask('GET', '/fee')]);
  place('fee').hidden = !fee.number && !fee.delayed;
  place('paying').replaceChildren(...(fee.number ? paying(fee) : fee.delayed ? [make('p', {}, DELAYED)] : []));
  place('decision').hidden = !decision.choice;
  place('decided').replaceChildren(...(decision.choice ? decided(decision) : []));
  const talks = ['PRESELECTED', 'INTERVIEW_BOOKED'].includes(dossier.state);
  place('talk').hidden = !talks;
  if (talks) await (await import('./interview.js')).show(place('choosing'), { ask, attempt, again: load });
}

const decided = ({ choice, reason, letter }) => [
  make('p', {}, make('strong', {}, choice === 'ADMIT' ? 'Ihre Kommune ist aufgenommen.' : 'Der Antrag ist abgelehnt.')),
  make('blockquote', {}, reason),
  make('p', {}, letter ? make('a', { href: letter }, 'Brief speichern (PDF)') : 'Der Brief kommt gleich per E-Mail.'),
];

function showStanding() {
  const { now, next, ball, until } = dossier.standing;
  place('now').textContent = now;
  place('next').textContent = next;
  place('ball').textContent = {
    municipality: 'Sie sind am Zug',
    network: 'Wir sind am Zug',
    appointment: 'Termin vereinbart',
    nobody: 'Abgeschlossen',
  }[ball];
  place('ball').className = `state ${ball === 'municipality' ? 'part' : ball === 'nobody' ? '' : 'done'}`;
  place('until').textContent = until
    ? ({ municipality: `Bitte bis zum ${day(until)}.`, appointment: `Am ${day(until)}.` }[ball] ?? `Voraussichtlich bis zum ${day(until)}.`)
    : '';
  const { correction } = dossier;
  place('correction').hidden = !correction;
  if (!correction) return;
  place('reason').textContent = correction.reason;
  place('fields').replaceChildren(...correction.fields.map((field) => make('li', {}, nameOf(field))));
}

const who = (name) => ({ you: 'Sie', office: 'Geschäftsstelle', municipality: 'Ihre Kommune', system: 'automatisch' })[name] ?? name;

function showMessages() {
  place('messages').replaceChildren(...messageLines(dossier.messages, who, dossier.unread && 'STAFF'));
  withEarlier(place('messages'), dossier.earlier, {
    attempt,
    load: (before) => ask('GET', `/messages?before=${encodeURIComponent(before)}`),
    lines: ({ messages }) => messageLines(messages, who),
  });
  place('no-messages').hidden = dossier.messages.length > 0;
  const last = dossier.messages.findLast(({ side }) => side === 'STAFF');
  if (dossier.unread && last) ask('POST', '/reading', { upTo: last.at }).catch(() => {});
}

function showHistory() {
  place('history').replaceChildren(
    ...dossier.steps
      .toReversed()
      .map(({ at, what, who: by }) =>
        make(
          'li',
          {},
          make('span', {}, what[0].toUpperCase() + what.slice(1)),
          make('span', { class: 'mute' }, by === 'municipality' ? '' : `${who(by)} · `, time(at)),
        ),
      ),
  );
}

/* ---- Writing ---- */

/** A session that has ended shows nothing any more; what was typed waits behind it. What was not sent yet has no dossier. */
const attempt = attempting(({ status }) => {
  if (status === 401) return showSignedOut();
  if (status !== 410 || dossier) return false;
  one('#unsent').hidden = false;
  return true;
});

/** @type {Page} */
const page = { ask, attempt, place, load };

function showSignedOut() {
  one('#dossier').hidden = true;
  place('again').replaceChildren(newLink(path('/links'), draft.secret, attempt));
  one('#ended').hidden = false;
  one('#ended h1').focus();
  return true;
}

place('leave').addEventListener('click', () =>
  attempt(async () => {
    await leave();
    location.href = '/';
  }),
);

onSubmit(one('#message'), attempt, async (key) => {
  const area = one('#message textarea');
  await once(key, 'POST', path('/messages'), { secret: draft.secret, body: { text: area.value } });
  area.value = '';
  await load();
  tell('Ihre Nachricht ist gesendet.');
});

onSubmit(one('#person'), attempt, async () => {
  const input = one('#person input');
  await ask('POST', '/officials', { mail: input.value.trim() });
  tell(`${input.value.trim()} bekommt einen eigenen Link per E-Mail.`);
  input.value = '';
  await load();
});

onSubmit(one('#withdrawal'), attempt, async () => {
  await ask('POST', '/withdrawal', { confirmed: one('#withdrawal input').checked });
  await load();
  await loadDocuments();
  tell('Der Antrag ist zurückgezogen.');
  place('municipality').focus();
});

async function begin() {
  if (!draft.id) {
    one('#closed').hidden = false;
    return;
  }
  const shown = await attempt(async () => {
    loadDocuments ??= documents({ ...page, isOpen: () => dossier.open, signedOut: showSignedOut });
    await load();
    one('#ended').hidden = true;
    await loadDocuments();
    if (location.search === '?berichtigt') {
      history.replaceState(null, '', location.pathname);
      tell('Ihre Berichtigung ist gesendet. Wir lesen sie und melden uns.');
    }
  });
  one('#failed').hidden = shown || one('h1:not(main [hidden] *)') !== null;
}
onRenewal(begin);
begin();

/** The application on paper: with all its answers, however the page was left. */
addEventListener('beforeprint', () =>
  all('details').forEach((details) => {
    details.open = true;
  }),
);
/** What ends the dossier is never ticked by a browser that remembers. */
addEventListener('pageshow', () => {
  one('#f-confirmed').checked = false;
});
