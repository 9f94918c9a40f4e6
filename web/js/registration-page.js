import { call, once, random } from './api.js';
import { owed } from './booking-invoice.js';
import { costs, peopleList, standing } from './delegation.js';
import { make } from './dom.js';
import { register } from './guest-registration.js';
import { drop, keep, kept } from './link-session.js';
import { newLink } from './new-link.js';
import { askToOpen } from './open-registration.js';
import { accepting, changing } from './own-registration.js';
import { about, all, questions, show } from './registration-view.js';
import { attempting, tell } from './submit.js';
import { time } from './words.js';

/** A guest's way to an event: by the event's address to register, by the link of a mail to everything else. */

const [event, registration, link] = location.hash.slice(1).split('.');
/** Where the registration is answered for. */
const below = `/events/${encodeURIComponent(event)}/registrations/${encodeURIComponent(registration)}`;
/** How this browser comes in again; and until the button is pressed, the link and the secret that it will have. */
const name = `anmeldung-${registration}`;
const pending = `link-${registration}`;
if (link) {
  sessionStorage.setItem(pending, JSON.stringify({ link, secret: random(256) }));
  history.replaceState(null, '', `${location.pathname}#${event}.${registration}`);
}

/** Another link opened in the same tab changes just the fragment, which loads nothing by itself. */
addEventListener('hashchange', () => {
  if (location.hash.includes('.')) location.reload();
});

const attempt = attempting((problem) => {
  if (problem.status !== 401) return false;
  const old = JSON.parse(sessionStorage.getItem(pending))?.link ?? kept(name)?.secret;
  show([
    make('h1', { tabindex: '-1' }, 'Dieser Link öffnet nichts mehr'),
    make(
      'p',
      { class: 'lead' },
      'Er wurde schon benutzt oder ist älter als sieben Tage, oder dieser Browser war lange nicht da. Ihre Anmeldung '
        + 'ist davon nicht berührt.',
    ),
    old ? newLink(`${below}/links`, old, attempt) : make('p', {}, 'Öffnen Sie den Link aus unserer neuesten E-Mail zu dieser Anmeldung.'),
    all(),
  ]);
  return true;
});

const words = {
  PENDING: 'Bestätigen Sie die Anmeldung. Erst dann gilt sie.',
  REGISTERED: 'Die Anmeldung gilt. Wir freuen uns auf Sie.',
  WAITING: 'Sie stehen auf der Warteliste. Wird Platz, bekommen Sie eine E-Mail.',
  OFFERED: 'Für Sie ist Platz. Nehmen Sie ihn an, sonst bekommt ihn jemand anderes.',
  CANCELLED: 'Diese Anmeldung ist abgesagt.',
  LAPSED: 'Diese Anmeldung ist verfallen, weil niemand geantwortet hat.',
};

const open = ({ link: used, secret }) =>
  askToOpen(attempt, async (remember) => {
    await call('POST', `${below}/sessions`, { secret: used, body: { secret, remember } });
    keep(name, { secret }, remember);
    sessionStorage.removeItem(pending);
    await own();
  });

async function own() {
  const { secret } = kept(name);
  const ask = (method, path = '', body) => call(method, `${below}${path}`, { secret, body });
  const answer = await ask('GET');
  const fee = answer.registration.cents ? await ask('GET', '/fee') : {};
  const after = async (text) => {
    await own();
    tell(text);
  };
  showOwn(answer, fee, secret, ask, after);
}

function showOwn({ event: it, dates, registration: mine }, fee, secret, ask, after) {
  /** @type {(Node | string)[]} */
  const parts = [
    make('p', { class: 'kicker' }, it.kind),
    make('h1', { tabindex: '-1' }, it.title),
    about(it),
    it.standing === 'CANCELLED' ? make('p', { class: 'note' }, make('strong', {}, 'Diese Veranstaltung fällt aus. '), it.reason) : '',
    make('p', {}, standing(mine, it), ' ', it.standing === 'CANCELLED' ? 'Sie müssen nichts tun.' : words[mine.state]),
  ];
  if (mine.until)
    parts.push(
      make(
        'p',
        {},
        mine.held ? 'Die Plätze halten wir frei bis ' : 'Bestätigen können Sie bis ',
        time(mine.until),
        mine.held ? '.' : '. Ist dann kein Platz mehr frei, kommen Sie auf die Warteliste.',
      ),
    );
  if (mine.link) parts.push(make('p', {}, make('a', { class: 'button', href: mine.link, rel: 'noopener' }, 'Zum Videogespräch')));
  const ways = { attempt, ask, after, move: (key, body) => once(key, 'POST', `${below}/move`, { secret, body }) };
  if (mine.until && it.standing === 'COMING')
    parts.push(
      mine.cents ? make('h2', {}, 'Das kostet es') : '',
      costs(mine),
      mine.cents ? make('p', {}, it.cancelling) : '',
      accepting(mine, ways),
    );
  const off = it.standing === 'CANCELLED' || ['CANCELLED', 'LAPSED'].includes(mine.state);
  parts.push(
    make('h2', {}, off ? 'Wer angemeldet war' : 'Wer kommt'),
    peopleList(mine.people, it.rooms),
    mine.until || off ? '' : costs(mine),
    ...owed(fee),
  );
  if (mine.over) {
    parts.push(
      ...mine.people.map(({ name }, i) => {
        const button = make('button', { type: 'button', class: 'link-button' }, `Teilnahmebescheinigung für ${name}`);
        button.addEventListener('click', () =>
          attempt(async () =>
            (await import('./save-file.js')).saveFile(`${below}/certificates/${i}`, secret, 'Teilnahmebescheinigung.pdf'),
          ),
        );
        return make('p', {}, button);
      }),
    );
  }
  parts.push(...changing(mine, it, dates, ways));
  const leave = make('button', { type: 'button', class: 'link-button' }, 'Diesen Browser abmelden');
  leave.addEventListener('click', () =>
    attempt(async () => {
      await ask('DELETE', '/sessions/own');
      drop(name);
      show([make('h1', { tabindex: '-1' }, 'Abgemeldet'), make('p', {}, 'Ihre Anmeldung zur Veranstaltung bleibt, wie sie ist.'), all()]);
    }),
  );
  parts.push(questions(it), make('p', {}, leave));
  show(parts);
}

await attempt(async () => {
  const asked = new URLSearchParams(location.search).get('veranstaltung');
  const waiting = registration && JSON.parse(sessionStorage.getItem(pending));
  if (waiting) open(waiting);
  else if (registration && kept(name)) await own();
  else if (registration)
    show([
      make('h1', { tabindex: '-1' }, 'Hier fehlt der Link'),
      make('p', {}, 'Öffnen Sie den Link aus unserer neuesten E-Mail zu dieser Anmeldung.'),
      all(),
    ]);
  else if (asked) await register(asked, attempt);
  else
    show([
      make('h1', { tabindex: '-1' }, 'Anmeldung'),
      make('p', {}, 'Suchen Sie eine Veranstaltung aus, oder öffnen Sie den Link aus einer unserer E-Mails.'),
      make('p', { class: 'actions' }, make('a', { class: 'button', href: '/veranstaltungen/' }, 'Alle Veranstaltungen')),
    ]);
});
