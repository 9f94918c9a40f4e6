import { newKey, Problem } from '../api.js';
import { field, whole } from '../control.js';
import { make } from '../dom.js';
import { onSubmit, tell } from '../submit.js';
import { longDay, span } from '../words.js';
import { meeting } from './concurrent-edit.js';
import { reasoned } from './payment.js';
import { topics } from './profile-parts.js';
import { registrations } from './registrations.js';
import { ask, askApi, askOnce, belongs, me } from './session.js';
import { attempt, button, link } from './view.js';

const kinds = {
  MEETUP: 'Digitales Treffen',
  SEMINAR: 'Seminar',
  EXPERT_TALK: 'Expertengespräch',
  PROJECT_VISIT: 'Projektbesuch',
  INSPIRATION_TRIP: 'Inspirationsreise',
  PUBLIC_EVENT: 'Öffentliche Veranstaltung',
  GENERAL: 'Veranstaltung',
};
const audiences = { PUBLIC: 'Alle', MEMBERS: 'Nur Mitglieder' };
const states = { DRAFT: 'Entwurf', PUBLISHED: 'veröffentlicht', CANCELLED: 'abgesagt' };
const blank = {
  version: 0,
  kind: '',
  title: '',
  text: '',
  programme: '',
  startTyped: '',
  endTyped: '',
  place: '',
  link: '',
  audience: 'PUBLIC',
  price: '',
  get contact() {
    return me.mail;
  },
  capacity: 0,
  limit: 0,
  opensTyped: '',
  closesTyped: '',
  cancelByTyped: '',
  needs: false,
  questions: '',
  fee: '',
  rooms: '',
  freeUntilTyped: '',
  owedAfter: '',
  topics: [],
};

const when = ({ start, end }) =>
  longDay(start) === longDay(end) ? `${longDay(start)}, ${span(start, end)}` : `${longDay(start)} bis ${longDay(end)}`;

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
const plain = (text) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');

/** How many seats are taken, where one registers. */
function filled({ capacity, taken, waiting }) {
  if (taken === undefined) return '';
  const queue = waiting ? `, ${waiting} ${waiting === 1 ? 'wartet' : 'warten'}` : '';
  return ` · ${taken.toLocaleString('de')} von ${capacity.toLocaleString('de')} Plätzen vergeben${queue}`;
}

const line = (event) =>
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

/** The form for a new one. */
export function creation(go) {
  return [
    make('p', { class: 'kicker' }, link('?ansicht=veranstaltungen', 'Veranstaltungen')),
    make('h1', { tabindex: '-1' }, 'Neue Veranstaltung'),
    form(blank, 'Entwurf speichern', async (key, body) => {
      const { id } = await askOnce(key, 'POST', '/events', body);
      await go(`?veranstaltung=${id}`);
      tell('Der Entwurf ist gespeichert. Niemand sieht ihn, bis Sie ihn veröffentlichen.');
    }),
  ];
}

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

/** One event: what it says and what can be done with it. */
export async function event(id, show, go) {
  const it = await ask('GET', `/events/${encodeURIComponent(id)}`);
  const at = `/events/${it.id}`;
  const done = async (words) => {
    await show();
    tell(words);
  };
  const copyKey = newKey();
  const scope = it.series ? field('following', 'Was fällt aus?', wide(), { prefix: 'cancellation-' }) : '';
  const others = it.series
    ? (await ask('GET', '/events')).events.filter(({ series, id: other }) => series === it.series && other !== it.id).toReversed()
    : [];
  const publishing = onSubmit(
    make(
      'form',
      { class: 'form', novalidate: true },
      it.series ? field('following', 'Was wird veröffentlicht?', wide(), { prefix: 'publish-' }) : '',
      make('p', { class: 'actions' }, make('button', { class: 'button' }, it.over ? 'Als vergangen eintragen' : 'Veröffentlichen')),
    ),
    attempt,
    async (key) => {
      await askOnce(key, 'POST', `${at}/publication`, { following: publishing.elements.following?.value === 'true', past: it.over });
      await done(it.over ? 'Eingetragen. Niemand wurde benachrichtigt; Aufzeichnungen können jetzt dazu.' : 'Veröffentlicht.');
    },
  );
  return [
    make('p', { class: 'kicker' }, `${kinds[it.kind]} · ${audiences[it.audience]}`),
    make('h1', { tabindex: '-1' }, it.title),
    make(
      'p',
      {},
      make(
        'span',
        { class: `state ${it.state === 'PUBLISHED' ? 'done' : it.state === 'CANCELLED' ? 'part' : ''}` },
        it.over && it.state === 'PUBLISHED' ? 'vorbei' : states[it.state],
      ),
      ` ${when(it)} `,
      it.state !== 'DRAFT' && it.audience === 'PUBLIC' ? make('a', { href: `/veranstaltungen/${it.id}/` }, 'Öffentliche Seite') : '',
    ),
    it.reason ? make('blockquote', {}, it.reason) : '',
    ...(it.capacity && it.state !== 'DRAFT' ? [await registrations(it, show)] : []),
    make(
      'div',
      { class: 'desk' },
      make(
        'div',
        { class: 'next' },
        make(
          'section',
          { class: 'flow' },
          make('h2', {}, 'Nächster Schritt'),
          it.state === 'DRAFT'
            ? make(
                'p',
                {},
                it.over
                  ? 'Sie ist schon vorbei: Sie wird ohne Anmeldung und ohne E-Mails eingetragen, damit Aufzeichnungen '
                      + 'dazu ins Archiv können.'
                  : it.capacity
                    ? `${it.capacity.toLocaleString('de')} ${it.capacity === 1 ? 'Platz' : 'Plätze'}, mit Anmeldung.`
                    : 'Ohne Anmeldung: Wer kommen will, kommt.',
              )
            : '',
          it.state === 'DRAFT' ? publishing : '',
          it.state === 'PUBLISHED' && !it.over
            ? make(
                'details',
                {},
                make('summary', {}, 'Absagen'),
                reasoned(
                  'cancellation',
                  'reason',
                  'Veranstaltung absagen',
                  'Warum fällt sie aus?',
                  'Alle lesen den Grund.',
                  async (key, reason) => {
                    await askOnce(key, 'POST', `${at}/cancellation`, { reason, following: Boolean(scope && scope.lastElementChild.value) });
                    await done('Abgesagt.');
                  },
                  scope,
                ),
              )
            : '',
          others.length
            ? make(
                'details',
                {},
                make('summary', {}, `Weitere Termine der Reihe (${others.length})`),
                make('ul', { class: 'history' }, ...others.map(line)),
              )
            : '',
          button('Als neuen Entwurf kopieren', async () => {
            const { id: copy } = await askOnce(copyKey, 'POST', `${at}/copy`, {});
            await go(`?veranstaltung=${copy}`);
            tell('Kopiert. Ändern Sie die Zeit, bevor Sie veröffentlichen.');
          }),
        ),
      ),
      make(
        'div',
        { class: 'main' },
        it.state === 'CANCELLED'
          ? make('p', {}, 'Abgesagtes wird nicht mehr geändert. Kopieren Sie es für einen neuen Termin.')
          : make(
              'section',
              { class: 'flow' },
              make('h2', {}, 'Ändern'),
              form(
                it,
                'Änderung speichern',
                async (key, body) => {
                  await ask('PUT', at, body);
                  await done(it.state === 'DRAFT' ? 'Gespeichert.' : 'Gespeichert. Die öffentliche Seite und der Kalender folgen gleich.');
                },
                () => ask('GET', at),
              ),
            ),
      ),
    ),
  ];
}

const repeats = {
  '': 'Nein',
  week: 'Jede Woche',
  fortnight: 'Alle zwei Wochen',
  weekday: 'Jeden Monat am gleichen Wochentag',
  day: 'Jeden Monat am gleichen Tag',
};

/** RFC 5545, section 3.3.10. In the fifth week of a month it is the last one that is meant. */
function rule(every, start, times) {
  const day = new Date(`${start}:00Z`);
  const number = Math.ceil(day.getUTCDate() / 7);
  const weekday = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][day.getUTCDay()];
  if (!Number.isInteger(times))
    throw new Problem(422, { errors: [{ field: 'times', message: 'Geben Sie an, wie viele Termine es sind, höchstens 40.' }] });
  const frequency = {
    week: 'FREQ=WEEKLY',
    fortnight: 'FREQ=WEEKLY;INTERVAL=2',
    weekday: `FREQ=MONTHLY;BYDAY=${number === 5 ? -1 : number}${weekday}`,
    day: 'FREQ=MONTHLY',
  }[every];
  return `${frequency};COUNT=${times}`;
}

/** Whether only this date is meant, or those after it too. */
const wide = () =>
  make(
    'select',
    { name: 'following' },
    make('option', { value: '' }, 'Nur dieser Termin'),
    make('option', { value: 'true' }, 'Dieser und alle späteren der Reihe'),
  );

/** @param load gives what the server has now, where it is there already */
function form(it, label, work, load) {
  const options = (all, chosen, empty) => [
    ...(empty ? [make('option', { value: '' }, 'Bitte wählen')] : []),
    ...Object.entries(all).map(([value, text]) => make('option', { value, selected: value === chosen }, text)),
  ];
  const number = (value) => make('input', { type: 'text', inputmode: 'numeric', maxlength: '10', value: value.toLocaleString('de') });
  const moment = (value) => make('input', { type: 'datetime-local', value });
  const area = (value, rows, most) => {
    const made = make('textarea', { rows, maxlength: most });
    made.value = value;
    return made;
  };
  const inputs = {
    kind: make('select', {}, ...options(kinds, it.kind, !it.kind)),
    title: make('input', { type: 'text', maxlength: '150', value: it.title }),
    text: area(it.text, '6', '5000'),
    programme: area(it.programme, '4', '5000'),
    start: make('input', { type: 'datetime-local', value: it.startTyped }),
    end: make('input', { type: 'datetime-local', value: it.endTyped }),
    place: make('input', { type: 'text', maxlength: '300', value: it.place }),
    link: make('input', { type: 'url', maxlength: '500', value: it.link }),
    capacity: number(it.capacity),
    limit: number(it.limit),
    opens: moment(it.opensTyped),
    closes: moment(it.closesTyped),
    cancelBy: moment(it.cancelByTyped),
    needs: make('select', {}, ...options({ '': 'Nein', true: 'Ja' }, String(it.needs || ''))),
    questions: area(it.questions, '3', '1000'),
    fee: make('input', { type: 'text', inputmode: 'decimal', maxlength: '10', value: it.fee }),
    rooms: area(it.rooms, '3', '1000'),
    freeUntil: moment(it.freeUntilTyped),
    owedAfter: make('input', { type: 'text', inputmode: 'numeric', maxlength: '3', value: it.owedAfter }),
    audience: make('select', {}, ...options(audiences, it.audience)),
    price: area(it.price, '2', '500'),
    contact: make('input', { type: 'email', maxlength: '254', value: it.contact }),
  };
  const labels = {
    kind: ['Art'],
    title: ['Titel'],
    text: ['Worum geht es?'],
    programme: ['Programm', 'Ein Punkt je Zeile; darf leer bleiben.'],
    start: ['Beginn', 'Deutsche Zeit'],
    end: ['Ende'],
    place: ['Ort', 'Leer, wenn sie nur online ist.'],
    link: ['Adresse des Videogesprächs', 'Sie steht nie auf der öffentlichen Seite.'],
    capacity: ['Plätze', '0 heißt: ohne Anmeldung. Mehr oder weniger geht auch später; wer einen Platz hat, behält ihn.'],
    limit: ['Höchstens je Kommune', '0 heißt: unbegrenzt.'],
    opens: ['Anmeldung ab', 'Leer: sofort.'],
    closes: ['Anmeldung bis', 'Leer: bis zum Beginn.'],
    cancelBy: ['Absagen bis', 'Leer: bis zum Beginn.'],
    needs: ['Nach Zugang und Essen fragen?', 'Nur wo Sie es wirklich brauchen; die Angaben werden nach der Veranstaltung gelöscht.'],
    questions: ['Weitere Fragen', 'Eine je Zeile, höchstens fünf.'],
    fee: ['Kostenbeitrag je Person', 'In Euro, zum Beispiel 120,00. Wer etwas zahlt, bestätigt ein zweites Mal.'],
    rooms: ['Zimmer', 'Für Reisen, eine Art je Zeile: Einzelzimmer; 240,00; 10 (Preis je Person; Betten).'],
    freeUntil: [
      'Absagen kostet nichts bis',
      'Nur wenn die Teilnahme etwas kostet. Leer: Absagen kostet nie etwas. Steht seit der Veröffentlichung fest.',
    ],
    owedAfter: [
      'Danach zu zahlen, in Prozent des Preises',
      'Zum Beispiel 50. Bei einer Absage wird die Rechnung storniert und darüber eine neue gestellt.',
    ],
    audience: ['Für wen?'],
    price: ['Hinweise', 'Was zu zahlen ist oder enthalten; leer, wenn sie nichts kostet.'],
    contact: ['E-Mail für Fragen'],
  };
  const every = make('select', {}, ...options(repeats, ''));
  const times = make('input', { type: 'text', inputmode: 'numeric', maxlength: '10', value: '12' });
  const repeating = it.id
    ? []
    : [
        field('rrule', 'Wiederholen?', every, {
          prefix: 'event-',
          hint: 'Jeder Termin wird eine eigene Veranstaltung und lässt sich einzeln ändern.',
        }),
        field('times', 'Wie viele Termine?', times, { prefix: 'event-', hint: 'Nur wenn sie sich wiederholt.' }),
      ];
  const themes = make(
    'fieldset',
    { class: 'kern-fieldset' },
    make('legend', { class: 'kern-label' }, 'Themen'),
    make(
      'div',
      { class: 'kern-fieldset__body' },
      ...Object.entries(topics).map(([name, text]) =>
        make(
          'div',
          { class: 'kern-form-check' },
          make('input', {
            class: 'kern-form-check__checkbox',
            type: 'checkbox',
            id: `t-event-${name}`,
            name: `topics.${name}`,
            checked: it.topics.includes(name),
          }),
          make('label', { class: 'kern-label', for: `t-event-${name}` }, text),
        ),
      ),
    ),
  );
  const past = make(
    'div',
    { class: 'kern-form-check' },
    make('input', { class: 'kern-form-check__checkbox', type: 'checkbox', id: 'f-event-past', name: 'past', checked: it.over }),
    make('label', { class: 'kern-label', for: 'f-event-past' }, 'Sie hat schon stattgefunden: nur eintragen, ohne Anmeldung und E-Mails'),
  );
  const scope = it.series ? [field('following', 'Was soll sich ändern?', wide(), { prefix: 'event-' })] : [];
  const group = (legend, ...parts) =>
    make('fieldset', { class: 'kern-fieldset group' }, make('legend', {}, legend), make('div', { class: 'kern-fieldset__body' }, ...parts));
  const fields = (...names) => names.map((name) => field(name, labels[name][0], inputs[name], { prefix: 'event-', hint: labels[name][1] }));
  const made = make(
    'form',
    { class: 'form event', novalidate: true, 'data-prefix': 'event-' },
    group('Worum es geht', ...fields('kind', 'title', 'text', 'programme'), themes),
    group('Wann und wo', past, ...fields('start', 'end', 'place', 'link'), ...repeating),
    group('Für wen', ...fields('audience', 'contact')),
    group('Anmeldung', ...fields('capacity', 'limit', 'opens', 'closes', 'cancelBy', 'needs', 'questions')),
    group('Kosten', ...fields('fee', 'rooms', 'freeUntil', 'owedAfter', 'price')),
    ...scope,
    make('p', { class: 'actions' }, make('button', { class: 'button' }, label)),
  );
  const saving = load
    ? meeting(made, async () => {
        const now = await load();
        return {
          form: form(now, label, work),
          adopt: () => {
            it.version = now.version;
          },
        };
      })
    : (save) => save();
  return onSubmit(made, attempt, (key) =>
    saving(() =>
      work(key, {
        version: it.version,
        ...Object.fromEntries(Object.entries(inputs).map(([name, { value }]) => [name, value.trim()])),
        capacity: whole(inputs.capacity.value),
        limit: whole(inputs.limit.value),
        needs: inputs.needs.value === 'true',
        topics: Object.fromEntries(Object.keys(topics).map((name) => [name, made.elements[`topics.${name}`].checked])),
        past: made.elements.past.checked,
        ...(!it.id && every.value ? { rrule: rule(every.value, inputs.start.value, whole(times.value)) } : {}),
        ...(it.series ? { following: made.elements.following.value === 'true' } : {}),
      }),
    ),
  );
}
