import { call, once, Problem, random } from '../api.js';
import { saveFile } from '../save-file.js';
import { ask as question } from './dialog.js';
import { forgetAll, unsaved } from './drafts.js';
import { claims, signInAddress } from './oauth.js';

/**
 * Who is signed in: authorization code with PKCE at Cognito. What renews the session lies in a cookie that no script reads
 * (/api/session); here is just a token that lives an hour, in memory. So a reload, a second tab and a link from a mail come in
 * by themselves, and whatever runs in the page cannot carry the session away.
 */
const settings = await fetch('/settings.json').then((response) => response.json());
const home = `${location.origin}/intern/`;

/** In the tab while somebody is at the sign-in page: what their return is recognised by, and where they wanted to go. */
const LEFT = 'anmeldung-begonnen';

/** What the other tabs are told: that somebody signed in, or out; and what they are asked before that. */
const channel = new BroadcastChannel('intern');
let token;

/** Whether somebody has put off signing in again: then only what they do themselves asks, not what goes on by itself. */
let later = false;

/** @type {(unsaved: number) => void} */
let answered = () => {};

/** Looks whose session it is now, after somebody has signed in in another tab. */
const look = () => renew().catch(offline);
/** @type {() => unknown} */
let resume = look;

/** @type {{ id: string, mail: string, groups: string[], colleagues: { id: string, mail: string }[] }} */
export const me = { id: '', mail: '', groups: [], colleagues: [] };

/** Whether this person belongs to one of these groups, for what is shown; what is allowed the server says. */
export const belongs = (...groups) => groups.some((group) => me.groups.includes(group));

channel.addEventListener('message', ({ data }) => {
  if (data.begun && me.id) resume();
  if (data.begun && !me.id && !sessionStorage.getItem(LEFT)) location.reload();
  if (data.ended && me.id) left();
  if (data.asked && me.id) channel.postMessage({ unsaved: unsaved() });
  if (data.unsaved) answered(data.unsaved);
});

/**
 * Signed in after this; false when somebody has to press the button first.
 *
 * @returns {Promise<boolean>}
 */
export async function arrive() {
  const query = new URLSearchParams(location.search);
  if (query.has('anmelden')) return signIn('?angemeldet');
  const left = JSON.parse(sessionStorage.getItem(LEFT));
  sessionStorage.removeItem(LEFT);
  if (query.has('code') || query.has('error')) {
    // Back to where the person wanted to go. The code works once: it is no address to come back to.
    history.replaceState(null, '', `/intern/${left?.to ?? ''}`);
    if (query.has('code') && query.get('state') === left?.state) await begin({ code: query.get('code'), verifier: left.verifier });
  }
  return (Boolean(me.id) || (await renew())) && known();
}

/** The office's people own tasks. */
async function known() {
  if (belongs('staff')) Object.assign(me, await ask('PUT', '/me', {}));
  return true;
}

async function begin(proof) {
  try {
    take((await call('POST', '/session', { body: proof })).token);
    channel.postMessage({ begun: true });
  } catch (problem) {
    // A code that came too late: whoever is still signed in stays it, everybody else presses the button again.
    if (problem.status !== 401) throw problem;
  }
}

/** Whether the session goes on; another person's session is another page. */
async function renew() {
  try {
    return take((await call('PUT', '/session')).token);
  } catch (problem) {
    if (problem.status === 401) return false;
    throw problem;
  }
}

function take(given) {
  const { sub, email, 'cognito:groups': groups = [] } = claims(given);
  if (me.id && me.id !== sub) {
    location.reload();
    return false;
  }
  token = given;
  later = false;
  Object.assign(me, { id: sub, mail: email, groups });
  return true;
}

/**
 * To the sign-in page, and back to where one is.
 *
 * @returns {Promise<never>}
 */
export async function signIn(to = location.search + location.hash) {
  const left = { to, state: random(128), verifier: random(256) };
  sessionStorage.setItem(LEFT, JSON.stringify(left));
  location.replace(await signInAddress({ ...settings, home, ...left }));
  // The page is left; nothing more happens on it.
  return new Promise(() => {});
}

/** Ends the session here, in every other tab and at Cognito; what is not saved is gone then, so that is asked. */
export async function signOut() {
  const open = unsaved() + (await elsewhereUnsaved());
  const sure =
    open === 0
    || (await question({
      heading: 'Abmelden?',
      text: `${open === 1 ? 'Eine Eingabe ist' : `${open} Eingaben sind`} noch nicht gespeichert und mit dem Abmelden fort.`,
      yes: 'Abmelden und verwerfen',
      no: 'Angemeldet bleiben',
    }));
  if (!sure) return;
  await call('DELETE', '/session');
  channel.postMessage({ ended: true });
  sessionStorage.clear();
  location.href = `${settings.signIn}/logout?client_id=${settings.client}&logout_uri=${encodeURIComponent(home)}`;
}

/** What waits in other tabs, as far as they answer at once. */
function elsewhereUnsaved() {
  let all = 0;
  answered = (some) => {
    all += some;
  };
  channel.postMessage({ asked: true });
  return new Promise((resolve) => {
    setTimeout(() => resolve(all), 200);
  });
}

/** Somebody has signed out in another tab. */
function left() {
  forgetAll();
  location.reload();
}

/** A call as whoever is signed in; an ended session is renewed, by the person where it must be, and the call goes on. */
export const askApi = (method, path, body, headers) => renewing(() => call(method, path, { secret: token, body, headers }));

/** The same, with an effect that must happen once. */
export const askApiOnce = (key, method, path, body) => renewing(() => once(key, method, path, { secret: token, body }));

/** Calls of the office. */
export const ask = (method, path, body, headers) => askApi(method, `/staff${path}`, body, headers);
export const askOnce = (key, method, path, body) => askApiOnce(key, method, `/staff${path}`, body);

/** A file to save. */
export const save = (path, name, headers) => renewing(() => saveFile(path, token, name, headers));

/** Without a connection nobody knows; the next call asks again. */
function offline(problem) {
  if (problem instanceof Problem) return false;
  throw problem;
}

let renewal;

const ended = { title: 'Bitte melden Sie sich neu an', detail: 'Ihre Anmeldung ist abgelaufen. Was Sie geschrieben haben, steht noch da.' };

async function renewing(work) {
  try {
    return await work();
  } catch (problem) {
    if (problem.status !== 401 || !me.id) throw problem;
    const asking = !later || navigator.userActivation?.isActive;
    // All calls that are refused meanwhile wait for the same renewal.
    renewal ??= renew()
      .then((renewed) => renewed || (asking && again()))
      .finally(() => {
        renewal = undefined;
      });
    if (!(await renewal)) throw new Problem(401, ended);
    return work();
  }
}

/** Asks over the page, which stays as it is, to sign in again; whether that has happened, in whichever tab. */
async function again() {
  const ending = new AbortController();
  resume = async () => {
    if (await look()) ending.abort();
  };
  // A tab that was asleep hears of nothing; it looks when it is back.
  addEventListener('focus', resume, { signal: ending.signal });
  try {
    later = !(await question({
      heading: 'Ihre Anmeldung ist abgelaufen',
      text:
        'Melden Sie sich in einem neuen Fenster wieder an. Diese Seite bleibt, wie sie ist: '
        + 'Was Sie geschrieben haben, steht noch da, und es geht von selbst weiter.',
      yes: 'Neu anmelden',
      href: '/intern/?anmelden',
      no: 'Später',
      until: ending.signal,
    }));
    return !later;
  } finally {
    resume = look;
    ending.abort();
  }
}
