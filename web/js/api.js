/** Talks to the server: JSON there, JSON or a problem (RFC 9457) back. */

/**
 * What the server says when it refuses.
 *
 * @typedef {object} ProblemBody
 * @property {string} [type] an address that says which problem it is
 * @property {string} [title]
 * @property {string} [detail] what to do about it, for the person
 * @property {{ field: string, message: string }[]} [errors] field by field
 * @property {any} [current] what is stored now, where somebody else was quicker
 * @property {any} [stored] likewise, of a single thing
 */

/** A refusal, or a call that nobody answered. */
export class Problem extends Error {
  /**
   * @param {number} status as HTTP has it; 0 where nothing came back
   * @param {ProblemBody} body
   */
  constructor(status, body) {
    super(body.detail ?? 'Keine Verbindung');
    this.status = status;
    this.body = body;
  }
}

/** Nothing came back: no network, or the server took too long. Whether it had its effect is not known. */
export const unreachable = {
  title: 'Keine Verbindung',
  detail:
    'Der Server ist gerade nicht zu erreichen. Ihre Eingaben bleiben in diesem Fenster erhalten; versuchen Sie es gleich noch einmal.',
};

/** Browsers let this much (bytes) leave after the page has gone; more is refused before it is sent. */
const LARGEST_AFTERWARDS = 60_000;

/**
 * @typedef {object} Options
 * @property {any} [body] sent as JSON
 * @property {string} [secret] of whoever asks
 * @property {Record<string, string>} [headers]
 * @property {boolean} [keepalive] whether it is to arrive although the page is left meanwhile
 */

/**
 * @param {string} method
 * @param {string} path below the API's address
 * @param {Options} options
 * @returns {Promise<any>} what the server answers; anything but a success is thrown as a Problem
 */
export async function call(method, path, { body, secret, headers = {}, keepalive = false } = {}) {
  const content = body && JSON.stringify(body);
  let response;
  try {
    response = await fetch(`/api${path}`, {
      method,
      headers: { ...(body && { 'content-type': 'application/json' }), ...(secret && { authorization: `Bearer ${secret}` }), ...headers },
      body: content,
      keepalive: keepalive && new Blob([content ?? '']).size < LARGEST_AFTERWARDS,
      signal: AbortSignal.timeout(30_000),
    });
  } catch {
    throw new Problem(0, unreachable);
  }
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Problem(response.status, { ...unreachable, title: 'Das hat nicht geklappt', ...answer });
  return answer;
}

/**
 * Calls that have an effect: the same key for every try of the same thing, so that it happens once.
 *
 * @param {string} key
 * @param {string} method
 * @param {string} path
 * @param {Options} options
 * @returns {Promise<any>}
 */
export async function once(key, method, path, options = {}) {
  const headers = { ...options.headers, 'idempotency-key': key };
  try {
    return await call(method, path, { ...options, headers });
  } catch (problem) {
    if (problem.status !== 0 && problem.status < 500) throw problem;
    return call(method, path, { ...options, headers });
  }
}

/**
 * Bytes as text (base64url, RFC 4648).
 *
 * @param {Uint8Array} bytes
 */
export const text = (bytes) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/**
 * Random bits as text: for secrets (256) and keys (128).
 *
 * @param {number} bits
 */
export const random = (bits) => text(crypto.getRandomValues(new Uint8Array(bits / 8)));

export const newKey = () => crypto.randomUUID();

/** The only scripts that are ever started by address; the page's policy allows no other. */
const addresses = { solver: '/vendor/altcha/worker.js', checkin: '/checkin-worker.js' };
const policy = globalThis.trustedTypes?.createPolicy('starke-orte', { createScriptURL: (name) => addresses[name] });
/** @param {keyof typeof addresses} name */
export const script = (name) => policy?.createScriptURL(name) ?? addresses[name];
