import { Problem, script } from '../api.js';
import { field } from '../control.js';
import { make } from '../dom.js';
import { tell } from '../submit.js';
import { ask, me, signIn } from './session.js';
import { button, link } from './view.js';

/**
 * The door: who is expected, to be ticked off. What is ticked waits in this browser until the server has it, so that neither a
 * lost connection nor a closed window loses it. Page and list are at hand without a connection, also when the browser loads
 * the page anew; the names stay in this window alone and go with it.
 */
const SOON = 15_000;
const listKey = (id) => `einlass-liste-${id}`;

/** Whether this door can be kept without a connection or a sign-in. */
export const isAtHand = (id) => sessionStorage.getItem(listKey(id)) !== null;

/** Puts by what this page is made of; where the browser cannot, the page must stay open. */
async function putBy() {
  if (!navigator.serviceWorker) return;
  await navigator.serviceWorker.register(script('checkin'), { scope: '/intern/' });
  const parts = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && !pathname.startsWith('/api/'));
  await (await caches.open('einlass')).addAll(['/intern/', ...new Set(parts.map(({ pathname }) => pathname))]);
}

async function expected(id, at) {
  try {
    const list = await ask('GET', at);
    sessionStorage.setItem(listKey(id), JSON.stringify(list));
    putBy().catch(() => {});
    return list;
  } catch (problem) {
    if (!(problem instanceof Problem) || ![0, 401].includes(problem.status) || !isAtHand(id)) throw problem;
    return JSON.parse(sessionStorage.getItem(listKey(id)));
  }
}

export async function checkIn(id) {
  const at = `/events/${encodeURIComponent(id)}/attendance`;
  const key = `einlass-${id}`;
  const waiting = () => JSON.parse(localStorage.getItem(key) ?? '[]');
  const keep = (marks) => (marks.length ? localStorage.setItem(key, JSON.stringify(marks)) : localStorage.removeItem(key));
  const name = ({ registration, person }) => `${registration}#${person}`;
  const { title, when, cancelled, people } = await expected(id, at);
  const standing = make('p', { role: 'status' });
  const boxes = new Map();

  const count = () => {
    const here = [...boxes.values()].filter(({ checked }) => checked).length;
    const left = waiting().length;
    const ticks = left === 1 ? 'Ein Häkchen ist' : `${left} Häkchen sind`;
    const rest = left
      ? `${ticks} noch nicht übertragen${me.id ? '; das geschieht von selbst' : ', bis Sie sich wieder anmelden'}.`
      : 'Alles ist übertragen.';
    standing.textContent = `${here} von ${people.length} sind da. ${rest}`;
  };
  const show = (list) => {
    const open = new Map(waiting().map((mark) => [name(mark), mark]));
    list.forEach((one) => {
      if (boxes.has(name(one))) boxes.get(name(one)).checked = (open.get(name(one)) ?? one).present;
    });
    count();
  };
  let sending = false;
  const send = async () => {
    const marks = waiting().slice(0, 200);
    if (sending || !marks.length || !me.id) return;
    sending = true;
    try {
      const { people: known } = await ask('PUT', at, { marks });
      const sent = new Set(marks.map((mark) => JSON.stringify(mark)));
      keep(waiting().filter((mark) => !sent.has(JSON.stringify(mark))));
      show(known);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      // Without a connection it simply waits; what the server refuses is told.
      if (problem.status >= 400 && problem.status < 500 && problem.status !== 401) tell(problem.body.detail);
      count();
    } finally {
      sending = false;
    }
  };
  const mark = (person, present) => {
    keep([
      ...waiting().filter((other) => name(other) !== name(person)),
      { registration: person.registration, person: person.person, present, at: new Date().toISOString() },
    ]);
    count();
    send();
  };

  const rows = people.map((person, i) => {
    const box = make('input', { class: 'kern-form-check__checkbox', type: 'checkbox', id: `d-${i}`, checked: person.present });
    box.addEventListener('change', () => mark(person, box.checked));
    boxes.set(name(person), box);
    return make(
      'li',
      { class: 'kern-form-check', 'data-name': `${person.name} ${person.from}`.toLowerCase() },
      box,
      make(
        'label',
        { class: 'kern-label', for: `d-${i}` },
        make('strong', {}, person.name || 'gelöscht'),
        make('span', { class: 'mute' }, ` ${[person.office, person.from].filter(Boolean).join(', ')}`),
      ),
    );
  });
  const list = make('ul', { class: 'door' }, ...rows);
  const search = make('input', { type: 'search', autocomplete: 'off' });
  search.addEventListener('input', () => {
    const words = search.value.trim().toLowerCase();
    rows.forEach((row) => {
      row.hidden = !row.dataset.name.includes(words);
    });
  });
  const print = make('button', { type: 'button', class: 'button quiet' }, 'Liste drucken');
  print.addEventListener('click', () => globalThis.print());

  // As long as this view is shown; a window that is asleep sends when it is back.
  const stop = new AbortController();
  addEventListener('online', send, { signal: stop.signal });
  const timer = setInterval(() => {
    if (list.isConnected) send();
    else {
      clearInterval(timer);
      stop.abort();
    }
  }, SOON);
  show(people);
  setTimeout(send);
  return [
    make('p', { class: 'kicker' }, link(`?veranstaltung=${id}`, 'Zur Veranstaltung')),
    make('h1', { tabindex: '-1' }, `Einlass: ${title}`),
    make('p', { class: 'lead' }, when),
    cancelled ? make('p', { class: 'note' }, make('strong', {}, 'Diese Veranstaltung fällt aus.')) : '',
    standing,
    me.id ? '' : make('p', { class: 'actions' }, button('Wieder anmelden', signIn, { class: 'button' })),
    make('div', { class: 'form delegation' }, field('search', 'Name suchen', search)),
    people.length ? list : make('p', {}, 'Niemand ist angemeldet.'),
    make('p', { class: 'actions' }, print),
  ];
}

/** How many stay away, event by event. */
export async function attendance() {
  const { events } = await ask('GET', '/attendance');
  const percent = (part, whole) => `${whole ? Math.round((100 * part) / whole) : 0} %`;
  const sum = (what) => events.reduce((all, event) => all + event[what], 0);
  return [
    make('h1', { tabindex: '-1' }, 'Teilnahme'),
    make(
      'p',
      { class: 'lead' },
      events.length
        ? `In zwölf Monaten kamen ${sum('present')} von ${sum('registered')} Angemeldeten; `
            + `${percent(Math.max(0, sum('registered') - sum('present')), sum('registered'))} blieben weg.`
        : 'Noch wurde bei keiner Veranstaltung der Einlass geführt.',
    ),
    ...(events.length
      ? [
          make(
            'div',
            { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Teilnahme je Veranstaltung' },
            make(
              'table',
              {},
              make(
                'thead',
                {},
                make(
                  'tr',
                  {},
                  ...['Veranstaltung', 'Wann', 'Angemeldet', 'Gekommen', 'Weggeblieben'].map((text) => make('th', { scope: 'col' }, text)),
                ),
              ),
              make(
                'tbody',
                {},
                ...events.map(({ id, title, when, registered, present }) =>
                  make(
                    'tr',
                    {},
                    make('th', { scope: 'row' }, link(`?veranstaltung=${id}`, title)),
                    make('td', {}, when),
                    make('td', {}, String(registered)),
                    make('td', {}, String(present)),
                    make('td', {}, `${Math.max(0, registered - present)} (${percent(Math.max(0, registered - present), registered)})`),
                  ),
                ),
              ),
            ),
          ),
        ]
      : []),
  ];
}
