import { call, newKey, once, Problem } from './api.js';
import { all, make, one } from './dom.js';
import { draft, forget } from './draft.js';
import { clearErrors, showErrors, showProblem } from './errors.js';
import { uploader } from './upload.js';
import { answers, correctable, corrections, day, size, time } from './words.js';

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
  place('answers').replaceChildren(answers(dossier.answers));
  place('corrections').replaceChildren(...corrections(dossier.corrections));
  all('[data-open]').forEach((element) => { element.hidden = !dossier.open; });
  one('#dossier').hidden = false;
}

function showStanding() {
  const { now, next, ball, until } = dossier.standing;
  place('now').textContent = now;
  place('next').textContent = next;
  place('ball').textContent = { municipality: 'Sie sind am Zug', network: 'Wir sind am Zug', nobody: 'Abgeschlossen' }[ball];
  place('ball').className = `state ${ball === 'municipality' ? 'part' : ball === 'network' ? 'done' : ''}`;
  place('until').textContent = until ? (ball === 'municipality' ? `Bitte bis zum ${day(until)}.` : `Voraussichtlich bis zum ${day(until)}.`) : '';
  const { correction } = dossier;
  place('correction').hidden = !correction;
  if (!correction) return;
  place('reason').textContent = correction.reason;
  place('fields').replaceChildren(...correction.fields.map((field) => make('li', {}, correctable[field])));
}

const who = (name) => ({ you: 'Sie', office: 'Geschäftsstelle', municipality: 'Ihre Kommune', system: 'automatisch' })[name] ?? name;

function showMessages() {
  const list = dossier.messages.map(({ at, side, who: from, text }) => make('li', { class: side === 'STAFF' ? 'message theirs' : 'message' },
    make('p', { class: 'mute' }, make('strong', {}, who(from)), ' · ', time(at)), make('p', { class: 'text' }, text)));
  if (dossier.unread) list.at(-1)?.querySelector('p').append(' ', make('span', { class: 'state part' }, 'neu'));
  place('messages').replaceChildren(...list);
  place('no-messages').hidden = list.length > 0;
  const last = dossier.messages.filter(({ side }) => side === 'STAFF').at(-1);
  if (dossier.unread && last) ask('POST', '/reading', { upTo: last.at }).catch(() => {});
}

function showHistory() {
  place('history').replaceChildren(...dossier.steps.toReversed().map(({ at, what, who: by }) =>
    make('li', {}, make('span', {}, what[0].toUpperCase() + what.slice(1)), make('span', { class: 'mute' }, by === 'municipality' ? '' : `${who(by)} · `, time(at)))));
}

function showPeople() {
  place('people').replaceChildren(...dossier.officials.map(({ key, mail, you }) => {
    const line = make('li', {}, make('span', {}, mail), you ? make('span', { class: 'mute' }, 'das sind Sie') : '');
    if (!you && dossier.open) {
      const button = make('button', { type: 'button', class: 'link-button', 'aria-label': `${mail} entfernen` }, 'Entfernen');
      button.addEventListener('click', () => attempt(async () => {
        await ask('DELETE', `/officials/${key}`);
        await load();
        tell(`${mail} kann den Vorgang nicht mehr öffnen.`);
        place('people-title').focus();
      }));
      line.append(button);
    }
    return line;
  }));
}

/* ---- Documents ---- */

const documentStates = { AWAITED: 'wird geprüft', ACCEPTED: 'aufgenommen', REFUSED: 'abgelehnt' };
let uploads;
let looks = 0;
let timer;

async function loadDocuments() {
  const { documents, most } = await ask('GET', '/documents');
  place('documents').replaceChildren(...documents.map(documentLine));
  place('no-documents').hidden = documents.length > 0;
  place('room').textContent = `${documents.filter(({ state }) => state !== 'REFUSED').length} von ${most} Dokumenten`;
  clearTimeout(timer);
  if (documents.some(({ state }) => state === 'AWAITED') && looks < LOOK_AGAIN.length) {
    timer = setTimeout(() => attempt(loadDocuments), LOOK_AGAIN[looks++]);
  }
}

function documentLine({ id, name, kind, size: bytes, state, addedAt, refusal }) {
  const buttons = make('span', { class: 'actions' });
  const add = (text, work) => {
    const button = make('button', { type: 'button', class: 'link-button', 'aria-label': `${name}: ${text}` }, text);
    button.addEventListener('click', () => attempt(work));
    buttons.append(button);
  };
  if (state === 'ACCEPTED') add('Speichern', async () => { location.href = (await ask('GET', `/documents/${id}`)).url; });
  if (dossier.open) {
    add(state === 'REFUSED' ? 'Ausblenden' : 'Löschen', async () => {
      await ask('DELETE', `/documents/${id}`);
      await loadDocuments();
      tell(`${name}: gelöscht.`);
      place('documents-title').focus();
    });
  }
  return make('li', { class: state === 'REFUSED' ? 'document refused' : 'document', 'data-state': state },
    make('span', { class: 'name' }, name), make('span', { class: 'mute' }, `${kind} · ${size(bytes)} · `, time(addedAt)),
    make('span', { class: `state ${state === 'ACCEPTED' ? 'done' : state === 'REFUSED' ? 'part' : ''}` }, documentStates[state]),
    ...(refusal ? [make('p', { class: 'words' }, refusal)] : []), buttons);
}

function startUploads() {
  uploads = uploader({
    list: place('uploads'), status: place('status'), id: draft.id, secret: draft.secret,
    done: () => { looks = 0; attempt(loadDocuments); },
  });
  const input = one('#files');
  input.addEventListener('change', () => { uploads.add(input.files); input.value = ''; });
  const drop = place('drop');
  for (const name of ['dragover', 'dragenter']) drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add('over'); });
  for (const name of ['dragleave', 'drop']) drop.addEventListener(name, () => drop.classList.remove('over'));
  drop.addEventListener('drop', (event) => { event.preventDefault(); uploads.add(event.dataTransfer.files); });
}

/* ---- Writing ---- */

const tell = (text) => { one('#notice').textContent = text; };

/** Runs one thing at a time, so that a double click is one click. */
function onSubmit(form, work) {
  let key = newKey();
  form.addEventListener('input', () => { key = newKey(); });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = one('.button', form);
    if (button.ariaDisabled === 'true') return;
    button.ariaDisabled = 'true';
    await attempt(() => work(key));
    button.ariaDisabled = null;
  });
}

async function attempt(work) {
  try {
    clearErrors();
    await work();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    if (problem.status === 401) linkVoid(problem.body);
    else if (problem.body.errors) showErrors(problem.body.errors);
    else showProblem(problem.body);
  }
}

function linkVoid(body) {
  forget();
  one('#dossier').hidden = true;
  one('#closed').hidden = false;
  showProblem(body);
}

onSubmit(one('#message'), async (key) => {
  const area = one('#message textarea');
  await once(key, 'POST', path('/messages'), { secret: draft.secret, body: { text: area.value } });
  area.value = '';
  await load();
  tell('Ihre Nachricht ist gesendet.');
});

onSubmit(one('#person'), async () => {
  const input = one('#person input');
  await ask('POST', '/officials', { mail: input.value.trim() });
  tell(`${input.value.trim()} bekommt einen eigenen Link per E-Mail.`);
  input.value = '';
  await load();
});

onSubmit(one('#withdrawal'), async () => {
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
  await attempt(async () => {
    await load();
    startUploads();
    await loadDocuments();
  });
}
begin();
