import { call, newKey, once, proof, random } from './api.js';

const KEY = 'antrag';

/**
 * The application as this tab knows it. What is typed is kept by the tab at once (`typed`) and by the server as soon as
 * a page is saved (`answers`, at `version`). The secret lives in this tab only and never stands in an address.
 */
export const draft = restore();

function restore() {
  const [id, secret] = location.hash.slice(1).split('.');
  if (/^[0-9a-f]{32}$/.test(id) && secret) {
    history.replaceState(null, '', location.pathname);
    keep({ id, secret });
  }
  return JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
}

/** Another link opened in the same tab changes just the fragment, which loads nothing by itself. */
addEventListener('hashchange', () => {
  if (/^#[0-9a-f]{32}\./.test(location.hash)) location.reload();
});

function keep(state) {
  sessionStorage.setItem(KEY, JSON.stringify(state));
}

export function remember() {
  keep(draft);
}

export function forget() {
  sessionStorage.removeItem(KEY);
  for (const name of Object.keys(draft)) delete draft[name];
}

/** What the server has now. */
export async function load() {
  adopt(await call('GET', `/drafts/${draft.id}`, draft));
  draft.correction = isCorrecting() ? (await call('GET', `/dossiers/${draft.id}`, draft)).correction : undefined;
  remember();
}

export function adopt({ id, version, answers, state, reference, missing }) {
  Object.assign(draft, { id, version, answers, state, reference, missing });
  remember();
}

/** Whether it was sent already and just some fields are to be mended. */
export const isCorrecting = () => draft.state === 'NEEDS_CORRECTION';

/** Whether this field may be changed: in a draft every one, in a correction those that were named. */
export const isOpen = (field) => !isCorrecting() || draft.correction.fields.some((named) => field === named || field.startsWith(`${named}.`));

/** The answers with this tab's typing on top. */
export const current = () => ({ ...draft.answers, ...draft.typed });

/** Saves what was typed; the server says what is still missing. */
export async function save() {
  const answers = current();
  if (isCorrecting()) return;
  if (draft.id) {
    adopt({ ...draft, answers, ...await call('PUT', `/drafts/${draft.id}`, { ...draft, body: { version: draft.version, answers } }) });
  } else {
    // One key and one secret for every try, so that a repeated try finds the first one's draft.
    draft.beginning ??= { key: newKey(), secret: random(256), answers: JSON.stringify(answers) };
    if (draft.beginning.answers !== JSON.stringify(answers)) {
      draft.beginning = { key: newKey(), secret: random(256), answers: JSON.stringify(answers) };
    }
    remember();
    const { key, secret } = draft.beginning;
    const begun = await once(key, 'POST', '/drafts', { body: { answers }, secret, headers: await proof() });
    draft.secret = secret;
    delete draft.beginning;
    adopt({ state: 'DRAFT', answers, ...begun });
  }
  draft.typed = {};
  remember();
}

/** Sends what was mended; the server takes just the named fields. */
export async function sendCorrection() {
  await call('PUT', `/dossiers/${draft.id}/correction`, { ...draft, body: { correction: draft.correction.number, answers: current() } });
  draft.typed = {};
  remember();
}

/** Sends it; a second try of the same sending gets the first one's answer. */
export async function send() {
  draft.sending ??= newKey();
  remember();
  const body = { draft: draft.id, version: draft.version, declaration: true };
  const { reference } = await once(`${draft.sending}`, 'POST', '/applications', { ...draft, body });
  adopt({ ...draft, state: 'SUBMITTED', reference });
}
