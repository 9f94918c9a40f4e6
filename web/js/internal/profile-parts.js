import { make } from '../dom.js';

/** The parts of a profile, as they read: for members and for the office. */

export const topics = {
  VACANCY: 'Leerstand aktivieren',
  LAND: 'Gerechte Bodenpolitik',
  FUNDING: 'Fördermittel einwerben',
  ADMINISTRATION: 'Agile Verwaltung',
  COMMON_GOOD: 'Gemeinwohl als Leitlinie',
  PARTICIPATION: 'Beteiligung',
};

export const labels = { text: 'Text', website: 'Website', topics: 'Themen', projects: 'Vorhaben', pictures: 'Bilder', contact: 'Kontakt' };

const nothing = () => make('p', { class: 'mute' }, 'keine Angabe');

const content = {
  text: ({ text }) => (text ? [make('p', { class: 'text' }, text)] : [nothing()]),
  website: ({ website }) => (website ? [make('p', {}, make('a', { href: website, rel: 'noopener' }, website))] : [nothing()]),
  topics: ({ topics: chosen }) =>
    Object.values(chosen).some(Boolean)
      ? [
          make(
            'ul',
            {},
            ...Object.keys(topics)
              .filter((name) => chosen[name])
              .map((name) => make('li', {}, topics[name])),
          ),
        ]
      : [nothing()],
  projects: ({ projects }) =>
    projects.length
      ? projects.map(({ title, text }) => make('div', {}, make('p', {}, make('strong', {}, title)), make('p', { class: 'text' }, text)))
      : [nothing()],
  contact: ({ contact: { name, office, mail, phone } }) =>
    name || mail || phone
      ? [
          make(
            'p',
            {},
            [name, office, phone].filter(Boolean).join(', '),
            mail ? ' · ' : '',
            mail ? make('a', { href: `mailto:${mail}` }, mail) : '',
          ),
        ]
      : [nothing()],
  pictures: ({ pictures }, documents) =>
    pictures.length
      ? [
          make(
            'ul',
            { class: 'files' },
            ...pictures.map(({ id, alt }) => {
              const url = documents.find((document) => document.id === id)?.url;
              return make('li', {}, url ? make('img', { src: url, alt: '', width: '160' }) : '', make('span', {}, `Beschreibung: ${alt}`));
            }),
          ),
        ]
      : [nothing()],
};

/** One part, and whether the public sees it. */
export const part = (name, profile, documents, heading = 'h3') =>
  make(
    'div',
    { class: 'part' },
    make(heading, {}, labels[name]),
    profile.membersOnly[name] ? make('p', { class: 'mute' }, 'nur für Mitglieder') : '',
    ...content[name](profile, documents),
  );

export const parts = (profile, documents) => Object.keys(labels).map((name) => part(name, profile, documents));

/** What is the same whatever the pictures' addresses are. */
export const same = (name, one, other) =>
  JSON.stringify([one[name], Boolean(one.membersOnly[name])]) === JSON.stringify([other[name], Boolean(other.membersOnly[name])]);
