import { field } from '../control.js';
import { make } from '../dom.js';
import { plain } from '../folding.js';
import { tell } from '../submit.js';
import { audiences, kinds, states, when } from './event-words.js';
import { ask, askApi, belongs } from './session.js';
import { button, link } from './view.js';

/** What is searched for here stays as long as the page is open, so that who looks at one finds the list again. */
let asked = { words: '', kind: '', state: '' };

/** Every event for the office, by date; for everybody else what is to come. */
export async function events() {
  if (!belongs('staff')) return planned();
  const { events: all } = await ask('GET', '/events');
  const options = (empty, values, chosen) => [
    make('option', { value: '' }, empty),
    ...values.map(([value, text]) => make('option', { value, selected: value === chosen }, text)),
  ];
  const words = make('input', { type: 'search', autocomplete: 'off', value: asked.words });
  const kind = make(
    'select',
    {},
    ...options(
      'Alle Arten',
      Object.entries(kinds).filter(([name]) => all.some((event) => event.kind === name)),
      asked.kind,
    ),
  );
  const state = make('select', {}, ...options('Alle', Object.entries(states), asked.state));
  const found = make('p', { role: 'status', class: 'mute' });
  const list = make('div', { class: 'flow' });
  const show = () => {
    asked = { words: words.value, kind: kind.value, state: state.value };
    const wanted = plain(asked.words).split(/\s+/).filter(Boolean);
    const fitting = all.filter(
      (event) =>
        wanted.every((word) => plain([event.title, event.place, kinds[event.kind], when(event)].join(' ')).includes(word))
        && (!asked.kind || event.kind === asked.kind)
        && (!asked.state || event.state === asked.state),
    );
    const searching = Boolean(wanted.length || asked.kind || asked.state);
    const coming = fitting.filter(({ over }) => !over).toReversed();
    const past = fitting.filter(({ over }) => over);
    found.textContent = searching ? (fitting.length === 1 ? '1 Veranstaltung' : `${fitting.length} Veranstaltungen`) : '';
    list.replaceChildren(
      make('h2', {}, `Kommende (${coming.length})`),
      ...(coming.length ? byMonth(coming) : [make('p', {}, searching ? 'Dazu gibt es keine.' : 'Noch keine.')]),
      past.length ? make('details', { open: searching }, make('summary', {}, `Vergangene (${past.length})`), ...byMonth(past)) : '',
    );
  };
  for (const control of [words, kind, state]) control.addEventListener('input', show);
  show();
  const search = make(
    'form',
    { class: 'filters', role: 'search' },
    field('words', 'Suchen', words, { prefix: 'events-' }),
    field('kind', 'Art', kind, { prefix: 'events-' }),
    field('state', 'Stand', state, { prefix: 'events-' }),
  );
  search.addEventListener('submit', (event) => event.preventDefault());
  return [
    make('h1', { tabindex: '-1' }, 'Veranstaltungen'),
    make(
      'p',
      { class: 'actions' },
      link('?ansicht=neue-veranstaltung', 'Neue Veranstaltung', { class: 'button' }),
      all.some(({ over }) => over) ? link('?ansicht=teilnahme', 'Wer kam: Teilnahme im letzten Jahr') : '',
    ),
    ...(all.length > 1 ? [search, found] : []),
    list,
  ];
}

const months = new Intl.DateTimeFormat('de-DE', { month: 'long', year: 'numeric', timeZone: 'Europe/Berlin' });
const byMonth = (some) =>
  [...Map.groupBy(some, ({ start }) => months.format(new Date(start)))].flatMap(([month, them]) => [
    make('h3', {}, month),
    make('ul', { class: 'history' }, ...them.map(line)),
  ]);

/** How many seats are taken, where one registers. */
function filled({ capacity, taken, waiting }) {
  if (taken === undefined) return '';
  const queue = waiting ? `, ${waiting} ${waiting === 1 ? 'wartet' : 'warten'}` : '';
  return ` · ${taken.toLocaleString('de')} von ${capacity.toLocaleString('de')} Plätzen vergeben${queue}`;
}

export const line = (event) =>
  make(
    'li',
    {},
    link(`?veranstaltung=${event.id}`, event.title),
    make(
      'span',
      { class: `state ${event.state === 'PUBLISHED' ? 'done' : event.state === 'CANCELLED' ? 'part' : ''}` },
      states[event.state],
    ),
    make(
      'span',
      { class: 'mute' },
      `${when(event)} · ${kinds[event.kind]} · ${audiences[event.audience]}${event.series ? ' · Reihe' : ''}${filled(event)}`,
    ),
  );

async function planned() {
  const { events: coming } = await askApi('GET', '/member/events');
  return [
    make('h1', { tabindex: '-1' }, 'Veranstaltungen'),
    ...(coming.length
      ? coming.map((event) =>
          make(
            'section',
            { class: 'piece flow' },
            make('h2', {}, event.title),
            event.state === 'CANCELLED' ? make('p', {}, make('span', { class: 'state part' }, 'abgesagt'), ` ${event.reason}`) : '',
            make('p', { class: 'mute' }, `${kinds[event.kind]} · ${when(event)} · ${event.place || 'Online'}`),
            make('p', { class: 'text' }, event.text),
            event.price ? make('p', {}, event.price) : '',
            make('p', {}, 'Fragen: ', make('a', { href: `mailto:${event.contact}` }, event.contact)),
            event.capacity && event.state === 'PUBLISHED'
              ? make(
                  'p',
                  { class: 'actions' },
                  link(`?anmeldung=${event.id}`, 'Anmelden oder ändern', {
                    class: 'button',
                    'aria-label': `Anmelden oder ändern: ${event.title}`,
                  }),
                )
              : '',
          ),
        )
      : [make('p', {}, 'Gerade ist nichts geplant.')]),
    belongs('member', 'founder') ? calendar() : '',
  ];
}

/** The address of the own calendar: shown once, because whoever has it reads the calendar. */
function calendar() {
  const place = make('div', { class: 'flow' });
  return make(
    'section',
    { class: 'flow', 'aria-labelledby': 'calendar-title' },
    make('h2', { id: 'calendar-title' }, 'Unsere Termine im Kalender'),
    make(
      'p',
      {},
      'Was Ihre Kommune angemeldet hat, mit dem Zugang zum Videogespräch. Ihr Kalender hält es von selbst auf dem neuesten Stand.',
    ),
    make(
      'p',
      { class: 'actions' },
      button('Adresse erzeugen', async () => {
        const { url } = await askApi('POST', '/member/calendar');
        const input = make('input', { type: 'text', readonly: true, value: url });
        place.replaceChildren(
          field('calendar', 'Adresse zum Abonnieren', input, {
            hint: 'Behandeln Sie sie wie ein Passwort. Eine frühere Adresse gilt nicht mehr.',
          }),
        );
        input.select();
        tell('Die Adresse steht unten.');
      }),
      button('Adresse löschen', async () => {
        await askApi('DELETE', '/member/calendar');
        place.replaceChildren();
        tell('Die Adresse gilt nicht mehr.');
      }),
    ),
    place,
  );
}
