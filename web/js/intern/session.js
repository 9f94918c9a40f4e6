/* global oidc */
import { call, once } from '../api.js';
import { saveFile } from '../save.js';

/** Who is signed in: authorization code with PKCE at Cognito, tokens in memory only, renewed without being seen. */
const settings = await fetch('/settings.json').then((response) => response.json());
const home = `${location.origin}/intern/`;
const people = new oidc.UserManager({
  authority: settings.issuer,
  metadata: {
    issuer: settings.issuer,
    authorization_endpoint: `${settings.signIn}/oauth2/authorize`,
    token_endpoint: `${settings.signIn}/oauth2/token`,
    end_session_endpoint: `${settings.signIn}/logout`,
  },
  client_id: settings.client,
  redirect_uri: home,
  response_type: 'code',
  scope: 'openid email',
  automaticSilentRenew: true,
  // Tokens stay in memory; only the few values that the way back needs wait in the tab.
  userStore: new oidc.WebStorageStateStore({ store: new oidc.InMemoryWebStorage() }),
  stateStore: new oidc.WebStorageStateStore({ store: sessionStorage }),
  loadUserInfo: false,
});
let token;
people.events.addUserLoaded((user) => { token = user.id_token; });

export const me = { id: '', mail: '', groups: [], colleagues: [] };

/** Whether this person belongs to one of these groups, for what is shown; what is allowed the server says. */
export const belongs = (...groups) => groups.some((group) => me.groups.includes(group));

/** Signed in after this; false when somebody has to press the button first. */
export async function arrive() {
  if (!new URLSearchParams(location.search).has('code')) return false;
  const user = await people.signinCallback();
  token = user.id_token;
  // Back to where the person wanted to go.
  history.replaceState(null, '', `/intern/${user.state ?? ''}`);
  Object.assign(me, { id: user.profile.sub, mail: user.profile.email, groups: user.profile['cognito:groups'] ?? [] });
  if (belongs('staff')) Object.assign(me, await ask('PUT', '/me', {}));
  return true;
}

export const signIn = () => people.signinRedirect({ state: location.search });

export async function signOut() {
  await people.removeUser();
  sessionStorage.clear();
  location.href = `${settings.signIn}/logout?client_id=${settings.client}&logout_uri=${encodeURIComponent(home)}`;
}

/** A call as whoever is signed in; an expired token is renewed once. */
export const askApi = (method, path, body, headers) => renewing(() => call(method, path, { secret: token, body, headers }));

/** The same, with an effect that must happen once. */
export const askApiOnce = (key, method, path, body) => renewing(() => once(key, method, path, { secret: token, body }));

/** Calls of the office. */
export const ask = (method, path, body, headers) => askApi(method, `/staff${path}`, body, headers);
export const askOnce = (key, method, path, body) => askApiOnce(key, method, `/staff${path}`, body);

/** A file to save. */
export const save = (path, name, headers) => renewing(() => saveFile(path, token, name, headers));

async function renewing(work) {
  try {
    return await work();
  } catch (problem) {
    if (problem.status !== 401) throw problem;
    const renewed = await people.signinSilent().catch(() => null);
    if (!renewed) throw problem;
    return work();
  }
}
