/**
 * How this browser comes in again after it has used a mailed link: an id and the session's secret, kept by the tab, on a
 * computer that is to be remembered by the browser. Other tabs are told, and asked by a tab that has nothing.
 */

const channel = new BroadcastChannel('zugang');
const listeners = {};

channel.addEventListener('message', ({ data: { name, session, asked } }) => {
  if (asked && kept(name)) channel.postMessage({ name, session: kept(name) });
  if (session) listeners[name]?.(session);
});

/** The session that is kept under this name, if there is one. */
export function kept(name) {
  return JSON.parse(sessionStorage.getItem(name) ?? localStorage.getItem(name));
}

/** Keeps a session and tells the other tabs. */
export function keep(name, session, remembered = false) {
  sessionStorage.removeItem(name);
  (remembered ? localStorage : sessionStorage).setItem(name, JSON.stringify(session));
  channel.postMessage({ name, session });
}

/** Forgets it in this tab, and on this computer where it was remembered. */
export function drop(name) {
  sessionStorage.removeItem(name);
  localStorage.removeItem(name);
}

/** What another tab begins. */
export function onSession(name, listener) {
  listeners[name] = listener;
}

/** The session of another tab, for a tab that has none; it answers at once or not at all. */
export function fromAnotherTab(name) {
  return new Promise((resolve) => {
    onSession(name, resolve);
    channel.postMessage({ name, asked: true });
    setTimeout(resolve, 200, null);
  }).finally(() => delete listeners[name]);
}
