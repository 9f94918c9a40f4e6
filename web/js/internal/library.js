import { field } from '../control.js';
import { make } from '../dom.js';
import { day, longDay, size } from '../words.js';
import { player } from './player.js';
import { topics } from './profile-parts.js';
import { askApi } from './session.js';
import { button, link } from './view.js';

/** What members can watch again. The whole list is here, so what is searched for leaves no trace anywhere. */
let asked = { words: '', topic: '', year: '' };

const year = ({ event }) => new Date(event.start).getFullYear().toString();
const plain = (text) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');
const haystack = (it) => plain([it.title, it.text, it.event.title, ...it.speakers.flatMap(({ name, office }) => [name, office])].join(' '));

export async function library() {
  const { recordings } = await askApi('GET', '/member/recordings');
  const options = (empty, all, chosen) => [
    make('option', { value: '' }, empty),
    ...all.map(([value, text]) => make('option', { value, selected: value === chosen }, text)),
  ];
  const words = make('input', { type: 'search', value: asked.words, autocomplete: 'off' });
  const used = Object.entries(topics).filter(([name]) => recordings.some(({ event }) => event.topics.includes(name)));
  const topic = make('select', {}, ...options('Alle Themen', used, asked.topic));
  const when = make(
    'select',
    {},
    ...options(
      'Alle Jahre',
      [...new Set(recordings.map(year))].map((value) => [value, value]),
      asked.year,
    ),
  );
  const found = make('p', { role: 'status' });
  const list = make('ul', { class: 'shelf' });
  const show = () => {
    asked = { words: words.value, topic: topic.value, year: when.value };
    const wanted = plain(asked.words).split(/\s+/).filter(Boolean);
    const fitting = recordings.filter(
      (it) =>
        wanted.every((word) => haystack(it).includes(word))
        && (!asked.topic || it.event.topics.includes(asked.topic))
        && (!asked.year || year(it) === asked.year),
    );
    found.textContent = fitting.length === 1 ? '1 Aufzeichnung' : `${fitting.length} Aufzeichnungen`;
    list.replaceChildren(...fitting.map(entry));
  };
  for (const control of [words, topic, when]) control.addEventListener('input', show);
  show();
  return [
    make('h1', { tabindex: '-1' }, 'Archiv'),
    make('p', {}, 'Was Sie verpasst haben oder noch einmal sehen möchten. Nur für Mitglieder; bitte geben Sie nichts weiter.'),
    ...(recordings.length
      ? [
          make(
            'form',
            { class: 'filters', role: 'search' },
            field('words', 'Titel, Veranstaltung oder Name', words, { prefix: 'library-' }),
            field('topic', 'Thema', topic, { prefix: 'library-' }),
            field('year', 'Jahr', when, { prefix: 'library-' }),
          ),
          found,
          list,
        ]
      : [make('p', {}, 'Noch ist nichts im Archiv. Sobald es etwas gibt, bekommen Sie eine Mail.')]),
  ];
}

const people = (speakers) => speakers.map(({ name, office }) => (office ? `${name} (${office})` : name)).join(', ');

const entry = (it) =>
  make(
    'li',
    {},
    make('h2', {}, link(`?film=${it.id}`, it.title)),
    make(
      'p',
      { class: 'mute' },
      [it.event.title === it.title ? '' : it.event.title, day(it.event.start), ...it.event.topics.map((name) => topics[name])]
        .filter(Boolean)
        .join(' · '),
    ),
    make('p', {}, people(it.speakers)),
    it.text ? make('p', { class: 'text' }, it.text) : '',
    make(
      'p',
      { class: 'mute' },
      [
        it.watchable ? (it.captions ? 'Video mit Untertiteln' : 'Video, noch ohne Untertitel') : '',
        it.chapters ? 'Kapitel' : '',
        it.slides ? 'Folien' : '',
      ]
        .filter(Boolean)
        .join(' · '),
    ),
  );

/** One recording to watch. */
export async function watch(id) {
  const fetch = () => askApi('GET', `/member/recordings/${encodeURIComponent(id)}`);
  const it = await fetch();
  return [
    make('p', { class: 'kicker' }, link('?ansicht=archiv', 'Archiv')),
    make('h1', { tabindex: '-1' }, it.title),
    make(
      'p',
      { class: 'mute' },
      [it.event.title === it.title ? '' : it.event.title, longDay(it.event.start), ...it.event.topics.map((name) => topics[name])]
        .filter(Boolean)
        .join(' · '),
    ),
    it.videoUrl ? player(it, { renew: fetch, heading: 'h2' }) : '',
    it.slidesUrl
      ? make(
          'p',
          {},
          button(`Folien herunterladen (PDF, ${size(it.slides.size)})`, async () => {
            location.href = (await fetch()).slidesUrl;
          }),
        )
      : '',
    make('h2', {}, 'Mit'),
    make('ul', {}, ...it.speakers.map(({ name, office }) => make('li', {}, office ? `${name}, ${office}` : name))),
    it.text ? make('h2', {}, 'Worum es geht') : '',
    it.text ? make('p', { class: 'text' }, it.text) : '',
  ];
}
