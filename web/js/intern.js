/* global oidc */
import { call, Problem } from './api.js';
import { make, one } from './dom.js';
import { clearErrors, showProblem } from './errors.js';

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
  // Tokens stay in memory; only the few values that the way back needs wait in the tab.
  userStore: new oidc.WebStorageStateStore({ store: new oidc.InMemoryWebStorage() }),
  stateStore: new oidc.WebStorageStateStore({ store: sessionStorage }),
  loadUserInfo: false,
});
let token;

/** What the form's fields and choices are called, in the order in which they are read. */
const words = {
  municipality: 'Kommune', ags: 'AGS', population: 'Einwohner*innen', contacts: 'Ansprechpersonen', attitude: 'Haltung', motivation: 'Motivation', expectations: 'Erwartungen',
  projects: 'Vorhaben', experience: 'Erfahrung', time: 'Zeit', invoice: 'Rechnung', agreement: 'Einverständnis', name: 'Name',
  office: 'Amt', mail: 'E-Mail', phone: 'Telefon', title: 'Vorhaben', place: 'Ort', state: 'Stand', learned: 'Gelernt', hours: 'Umfang',
  note: 'Anmerkung', recipient: 'Empfänger', street: 'Straße', postcode: 'PLZ', city: 'Ort', leitwegId: 'Leitweg-ID', format: 'Form',
  fee: 'Aufnahmezahlung', privacy: 'Datenschutz',
};

const choices = {
  state: { idea: 'Idee', planning: 'in Planung', underway: 'wird umgesetzt', done: 'in Betrieb', stopped: 'gescheitert oder abgebrochen' },
  hours: { less: 'weniger als zwei Stunden in der Woche', two: 'ungefähr zwei Stunden in der Woche', more: 'mehr als zwei Stunden in der Woche' },
  format: { xrechnung: 'XRechnung', zugferd: 'ZUGFeRD', pdf: 'PDF' },
};

const when = new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Berlin' });

function answers(value, name) {
  if (Array.isArray(value)) return make('ol', {}, ...value.map((entry) => make('li', {}, answers(entry))));
  if (value && typeof value === 'object') {
    return make('dl', {}, ...Object.keys(words).filter((name) => name in value).flatMap((name) => [make('dt', {}, words[name]), make('dd', {}, answers(value[name], name))]));
  }
  return document.createTextNode(value === true ? 'ja' : choices[name]?.[value] ?? String(value));
}

async function showList() {
  clearErrors();
  one('#dossier').hidden = true;
  const { applications } = await call('GET', '/staff/applications', { secret: token });
  one('#list').hidden = false;
  one('#list').replaceChildren(applications.length === 0 ? make('p', {}, 'Noch ist kein Antrag eingegangen.')
    : make('ul', { class: 'places' }, ...applications.map(({ id, reference, municipality, submittedAt }) => {
      const button = make('button', { class: 'link-button' }, municipality);
      button.addEventListener('click', () => attempt(() => showDossier(id, municipality)));
      return make('li', {}, button, make('span', { class: 'mute' }, `${reference} · ${when.format(new Date(submittedAt))}`));
    })));
}

async function showDossier(id, municipality) {
  clearErrors();
  const dossier = await call('GET', `/staff/applications/${id}`, { secret: token });
  one('#list').hidden = true;
  one('#dossier').hidden = false;
  one('#dossier h2').textContent = `${municipality} (${dossier.reference})`;
  one('#dossier div').replaceChildren(answers(dossier.answers));
  one('#dossier div').className = 'answers';
  one('#dossier h2').focus();
}

async function attempt(work) {
  try {
    await work();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    showProblem(problem.status === 401 ? { title: 'Bitte melden Sie sich neu an', detail: 'Ihre Anmeldung ist abgelaufen.' } : problem.body);
  }
}

one('#sign-in').addEventListener('click', () => people.signinRedirect());
one('#sign-out').addEventListener('click', async () => {
  await people.removeUser();
  location.href = `${settings.signIn}/logout?client_id=${settings.client}&logout_uri=${encodeURIComponent(home)}`;
});
one('#back').addEventListener('click', () => attempt(showList));

if (new URLSearchParams(location.search).has('code')) {
  const user = await people.signinCallback();
  history.replaceState(null, '', '/intern/');
  token = user.id_token;
  one('#who').textContent = `Angemeldet als ${user.profile.email}`;
  one('#signed-in').hidden = false;
  await attempt(showList);
} else {
  one('#signed-out').hidden = false;
}
