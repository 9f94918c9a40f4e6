import { call, newKey, once, Problem, random } from './api.js';
import { drop, keep, kept, onSession } from './link-session.js';
import { proof } from './proof-of-work.js';
import { same } from './same-answers.js';

const SESSION = 'zugang';

/** What the server says when somebody else has saved. */
const MEANWHILE = '/probleme/#inzwischen-geaendert';

/** So often somebody else may save between a save's answer and its next try. */
const TRIES = 5;

/**
 * What only some states have is only read in these.
 *
 * @typedef {object} Draft
 * @property {string} [id]
 * @property {string} [secret]
 * @property {number} version
 * @property {string} state
 * @property {string} reference
 * @property {any} answers
 * @property {{ field: string, message: string }[]} [missing]
 * @property {{ fields: string[], reason: string, number: number }} correction
 * @property {Record<string, { value: any, on: any }>} typed
 * @property {{ key: string, secret: string, answers: string }} [beginning]
 * @property {{ key: string, version?: number }} sending
 * @property {number} [savedAt]
 * @property {boolean} [justSent]
 */

/**
 * The application as this tab knows it: `answers` as the server has them at `version`, and by section what was `typed` and not
 * saved yet, each with the answer `on` which it was typed. The tab keeps all of it, under the draft's id, whatever becomes of
 * the session; `id` and `secret` are the session's and never stand in an address.
 *
 * @type {Draft}
 */
export const draft = /** @type {any} */ ({});
restore(kept(SESSION));

function restore(session) {
  for (const name of Object.keys(draft)) delete draft[name];
  Object.assign(draft, JSON.parse(sessionStorage.getItem(place(session?.id))), session);
}

function place(id) {
  return `antrag.${id ?? 'neu'}`;
}

export function remember() {
  const { secret, ...state } = draft;
  sessionStorage.setItem(place(draft.id), JSON.stringify(state));
}

/** Tells when another tab begins a newer session of the same draft: it is this tab's, too. */
export function onRenewal(renewed) {
  onSession(SESSION, (session) => {
    if (session.id !== draft.id || session.secret === draft.secret) return;
    sessionStorage.setItem(SESSION, JSON.stringify(session));
    draft.secret = session.secret;
    renewed();
  });
}

/** Signs this browser out; what was typed and not saved goes, too. */
export async function leave() {
  await call('DELETE', `/dossiers/${draft.id}/sessions/own`, draft);
  forget();
}

/** This tab begins anew. */
export function forget() {
  sessionStorage.removeItem(place(draft.id));
  drop(SESSION);
  restore();
}

/** What the server has now. */
export async function load() {
  adopt(await call('GET', `/drafts/${draft.id}`, draft));
  draft.correction = isCorrecting() ? (await call('GET', `/dossiers/${draft.id}`, draft)).correction : undefined;
  remember();
}

/** @param {Partial<Draft>} stored */
export function adopt({ id, version, answers, state, reference, missing }) {
  Object.assign(draft, { id, version, answers, state, reference, missing });
  remember();
}

/** Whether it was sent already and just some fields are to be mended. */
export const isCorrecting = () => draft.state === 'NEEDS_CORRECTION';

/** Whether this field may be changed: in a draft every one, in a correction those that were named. */
export const isOpen = (field) =>
  !isCorrecting() || draft.correction.fields.some((named) => field === named || field.startsWith(`${named}.`));

/** The answers with this tab's typing on top. */
export const current = () => ({ ...draft.answers, ...values(Object.entries(draft.typed ?? {})) });

const values = (entries) => Object.fromEntries(entries.map(([name, { value }]) => [name, value]));

/** Sections that the server does not have as they were typed. */
export const unsaved = () => Object.keys(draft.typed ?? {});

/** Keeps what was typed in a section; typed back to what the server has, it is nothing. */
export function type(name, value) {
  const { [name]: before, ...others } = draft.typed ?? {};
  const on = before ? before.on : draft.answers?.[name];
  draft.typed = same(value, draft.answers?.[name]) ? others : { ...others, [name]: { value, on } };
  remember();
}

/** Sections in which what was typed meets what somebody else has saved since. What came to the same is no longer typed. */
export function conflicts() {
  for (const name of unsaved()) if (same(draft.typed[name].value, draft.answers?.[name])) delete draft.typed[name];
  return unsaved().filter((name) => draft.id && !same(draft.typed[name].on, draft.answers?.[name]));
}

/** Whoever has seen these answers of somebody else decides: their own are saved over just those, or given up. */
export function decide(names, mine) {
  for (const name of names) {
    if (mine) draft.typed[name].on = draft.answers?.[name];
    else delete draft.typed[name];
  }
  remember();
}

let saving = Promise.resolve();

/**
 * Saves what was typed, one save at a time; the server says what is still missing.
 *
 * @param quietly without contacts: a new address is written to, so it must have been typed to its end
 */
export function save({ quietly = false } = {}) {
  saving = saving.catch(() => {}).then(() => (draft.id ? write(quietly, TRIES) : start()));
  return saving;
}

async function write(quietly, tries) {
  const going = Object.entries(draft.typed ?? {}).filter(([name]) => !quietly || name !== 'contacts');
  if (isCorrecting() || going.length === 0) return;
  // Known already, so the server's newest version is no excuse to write over what nobody has decided on.
  if (conflicts().length > 0) throw new Problem(409, { type: MEANWHILE, current: { ...draft } });
  const answers = { ...draft.answers, ...values(going) };
  let saved;
  try {
    saved = await call('PUT', `/drafts/${draft.id}`, { ...draft, body: { version: draft.version, answers }, keepalive: quietly });
  } catch (problem) {
    if (problem.body?.type !== MEANWHILE) throw problem;
    adopt(problem.body.current);
    // Others changed other sections: nothing meets, and what was typed goes on top of theirs.
    if (conflicts().length > 0 || tries === 1) throw problem;
    return write(quietly, tries - 1);
  }
  adopt({ ...draft, answers, ...saved });
  for (const [name, entry] of going) {
    if (draft.typed[name]?.value === entry.value) delete draft.typed[name];
    else if (draft.typed[name]) draft.typed[name].on = entry.value;
  }
  draft.savedAt = Date.now();
  remember();
}

async function start() {
  const answers = current();
  // One key and one secret for every try, so that a repeated try finds the first one's draft.
  if (draft.beginning?.answers !== JSON.stringify(answers)) {
    draft.beginning = { key: newKey(), secret: random(256), answers: JSON.stringify(answers) };
  }
  remember();
  const { key, secret } = draft.beginning;
  const begun = await once(key, 'POST', '/drafts', { body: { answers }, secret, headers: await proof() });
  sessionStorage.removeItem(place());
  Object.assign(draft, { secret, id: begun.id, typed: {}, beginning: undefined, savedAt: Date.now() });
  keep(SESSION, { id: begun.id, secret });
  adopt({ state: 'DRAFT', answers, ...begun });
}

/** Sends what was mended; the server takes just the named fields. */
export async function sendCorrection() {
  await call('PUT', `/dossiers/${draft.id}/correction`, { ...draft, body: { correction: draft.correction.number, answers: current() } });
  draft.typed = {};
  remember();
}

/** Sends exactly the version that the server has and this tab knows; a second try of the same sending gets the first one's answer. */
export async function send() {
  const { id, version } = draft;
  if (draft.sending?.version !== version) draft.sending = { key: newKey(), version };
  remember();
  const { reference } = await once(draft.sending.key, 'POST', '/applications', {
    ...draft,
    body: { draft: id, version, declaration: true },
  });
  adopt({ ...draft, state: 'SUBMITTED', reference });
  // What is shown as sent is what the server has; the answer to the sending is enough where it cannot be asked.
  await load().catch(() => {});
}
