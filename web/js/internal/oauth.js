import { text } from '../api.js';

/** What OAuth 2 and its tokens say, apart from who is signed in. */

/** What a token says (RFC 7519); whether it is true the server looks. */
export function claims(given) {
  const bytes = atob(given.split('.')[1].replaceAll('-', '+').replaceAll('_', '/'));
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(bytes, (one) => one.charCodeAt(0))));
}

/**
 * What stands for a verifier in the address (RFC 7636, S256).
 *
 * @param {string} verifier
 */
export async function challenge(verifier) {
  return text(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier))));
}

/**
 * Where somebody signs in: authorization code with PKCE.
 *
 * @param {{ signIn: string, client: string, home: string, state: string, verifier: string }} asked
 */
export async function signInAddress({ signIn, client, home, state, verifier }) {
  return `${signIn}/oauth2/authorize?${new URLSearchParams({
    client_id: client,
    redirect_uri: home,
    response_type: 'code',
    scope: 'openid email',
    state,
    code_challenge: await challenge(verifier),
    code_challenge_method: 'S256',
  })}`;
}
