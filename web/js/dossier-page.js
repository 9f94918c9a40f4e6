import { corrections, nameOf, sections } from './answers.js';
import { call, once, Problem } from './api.js';
import { showCopies } from './application-copies.js';
import { uploader } from './document-upload.js';
import { all, make, one } from './dom.js';
import { documentLine, messageLines, withEarlier } from './dossier-parts.js';
import { draft, leave, onRenewal } from './draft.js';
import { newLink } from './new-link.js';
import { DELAYED, paying } from './payment-details.js';
import { attempting, onSubmit, tell } from './submit.js';
import { day, time } from './words.js';

/** Checking takes a second or two, a real scan up to a minute. */
const LOOK_AGAIN = [1000, 1000, 2000, 2000, 5000, 5000, 10_000, 10_000, 30_000, 30_000];

const path = (more = '') => `/dossiers/${draft.id}${more}`;
const ask = (method, more, body) => call(method, path(more), { secret: draft.secret, body });
const place = (name) => one(`[data-${name}]`);
let dossier;

/* ---- What is shown ---- */

async function load() {
  dossier = await ask('GET');
  place('municipality').textContent = dossier.municipality;
  place('reference').textContent = dossier.reference;
  showStanding();
  showMessages();
  showHistory();
  showPeople();
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

function showPeople() {
  place('people').replaceChildren(
    ...dossier.officials.map(({ key, mail, you }) => {
      const line = make(
        'li',
        {},
        make('span', {}, mail),
        you ? make('span', { class: 'mute' }, 'das sind Sie') : '',
        sessionsOf(key, mail),
      );
      if (!you && dossier.open) {
        const button = make('button', { type: 'button', class: 'link-button', 'aria-label': `${mail} entfernen` }, 'Entfernen');
        button.addEventListener('click', () =>
          attempt(async () => {
            await ask('DELETE', `/officials/${key}`);
            await load();
            tell(`${mail} kann den Vorgang nicht mehr öffnen.`);
            place('people-title').focus();
          }),
        );
        line.append(button);
      }
      return line;
    }),
  );
}

/** Browsers in which a person is signed in. */
function sessionsOf(key, mail) {
  const theirs = dossier.sessions.filter(({ official }) => official === key);
  return theirs.length === 0
    ? ''
    : make(
        'ul',
        { class: 'sessions' },
        ...theirs.map(({ id, kind, since, seen, until, you }) => {
          const line = make(
            'li',
            {},
            make(
              'span',
              { class: 'mute' },
              you ? 'dieser Browser' : 'ein anderer Browser',
              ', seit ',
              time(since),
              you ? '' : make('span', {}, ', zuletzt benutzt ', time(seen)),
              kind === 'REMEMBERED' ? make('span', {}, ', gemerkt bis ', time(until)) : '',
            ),
          );
          if (you) return line;
          const button = make(
            'button',
            { type: 'button', class: 'link-button', 'aria-label': `${mail}: anderen Browser abmelden` },
            'Abmelden',
          );
          button.addEventListener('click', () =>
            attempt(async () => {
              await ask('DELETE', `/sessions/${id}`);
              await load();
              tell('Der andere Browser ist abgemeldet.');
              place('people-title').focus();
            }),
          );
          line.append(' ', button);
          return line;
        }),
      );
}

/* ---- Documents ---- */

const documentStates = { AWAITED: 'wird geprüft', ACCEPTED: 'aufgenommen', REFUSED: 'abgelehnt' };
let uploads;
let looks = 0;
let timer;

let awaited = new Set();

async function loadDocuments() {
  const { documents, most } = await ask('GET', '/documents');
  const decided = documents.filter(({ id, state }) => awaited.has(id) && state !== 'AWAITED');
  if (decided.length > 0)
    uploads.say(
      ...decided.map(({ name, state, refusal }) =>
        state === 'ACCEPTED' ? `${name}: geprüft und aufgenommen.` : `${name}: abgelehnt. ${refusal ?? ''}`,
      ),
    );
  awaited = new Set(documents.filter(({ state }) => state === 'AWAITED').map(({ id }) => id));
  place('documents').replaceChildren(...documents.map(lineOf));
  place('no-documents').hidden = documents.length > 0;
  place('room').textContent = `${documents.filter(({ state }) => state !== 'REFUSED').length} von ${most} Dokumenten`;
  clearTimeout(timer);
  if (documents.some(({ state }) => state === 'AWAITED') && looks < LOOK_AGAIN.length) {
    timer = setTimeout(lookAgain, LOOK_AGAIN[looks++]);
  }
}

/** By itself: nobody asked, so what was said before stays, and a lost connection is no news. */
async function lookAgain() {
  try {
    await loadDocuments();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    if (problem.status === 401) showSignedOut();
  }
}

function lineOf(document) {
  const { id, name, state } = document;
  const buttons = [];
  const add = (text, work) => {
    const button = make('button', { type: 'button', class: 'link-button', 'aria-label': `${name}: ${text}` }, text);
    button.addEventListener('click', () => attempt(work));
    buttons.push(button);
  };
  if (state === 'ACCEPTED')
    add('Speichern', async () => {
      location.href = (await ask('GET', `/documents/${id}`)).url;
    });
  if (dossier.open) {
    add(state === 'REFUSED' ? 'Ausblenden' : 'Löschen', async () => {
      await ask('DELETE', `/documents/${id}`);
      await loadDocuments();
      tell(`${name}: gelöscht.`);
      place('documents-title').focus();
    });
  }
  return documentLine(document, documentStates, ...buttons);
}

function startUploads() {
  uploads = uploader({
    list: place('uploads'),
    status: place('status'),
    dossier: draft,
    done: () => {
      looks = 0;
      lookAgain();
    },
  });
  const input = one('#files');
  input.addEventListener('change', () => {
    uploads.add(input.files);
    input.value = '';
  });
  const drop = place('drop');
  for (const name of ['dragover', 'dragenter'])
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add('over');
    });
  for (const name of ['dragleave', 'drop']) drop.addEventListener(name, () => drop.classList.remove('over'));
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    uploads.add(event.dataTransfer?.files ?? []);
  });
}

/* ---- Writing ---- */

/** A session that has ended shows nothing any more; what was typed waits behind it. What was not sent yet has no dossier. */
const attempt = attempting(({ status }) => {
  if (status === 401) return showSignedOut();
  if (status !== 410 || dossier) return false;
  one('#unsent').hidden = false;
  return true;
});

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
    if (!uploads) startUploads();
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
