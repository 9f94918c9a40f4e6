import { make } from './dom.js';
import { tell } from './submit.js';
import { time } from './words.js';

/**
 * Who may open the dossier, and in which browsers they are signed in.
 *
 * @param {any} dossier
 * @param {import('./dossier-page.js').Page} page
 */
export function showPeople(dossier, page) {
  page.place('people').replaceChildren(
    ...dossier.officials.map(({ key, mail, you }) => {
      const line = make(
        'li',
        {},
        make('span', {}, mail),
        you ? make('span', { class: 'mute' }, 'das sind Sie') : '',
        sessionsOf(dossier, key, mail, page),
      );
      if (!you && dossier.open) {
        const button = make('button', { type: 'button', class: 'link-button', 'aria-label': `${mail} entfernen` }, 'Entfernen');
        button.addEventListener('click', () =>
          page.attempt(async () => {
            await page.ask('DELETE', `/officials/${key}`);
            await page.load();
            tell(`${mail} kann den Vorgang nicht mehr öffnen.`);
            page.place('people-title').focus();
          }),
        );
        line.append(button);
      }
      return line;
    }),
  );
}

/** Browsers in which a person is signed in. */
function sessionsOf(dossier, key, mail, { ask, attempt, load, place }) {
  const theirs = dossier.sessions.filter(({ official }) => official === key);
  return theirs.length === 0
    ? ''
    : make(
        'ul',
        { class: 'sessions' },
        ...theirs.map(({ id, kind, since, seen, until, you }) => {
          const line = make(
            'li',
            {},
            make(
              'span',
              { class: 'mute' },
              you ? 'dieser Browser' : 'ein anderer Browser',
              ', seit ',
              time(since),
              you ? '' : make('span', {}, ', zuletzt benutzt ', time(seen)),
              kind === 'REMEMBERED' ? make('span', {}, ', gemerkt bis ', time(until)) : '',
            ),
          );
          if (you) return line;
          const button = make(
            'button',
            { type: 'button', class: 'link-button', 'aria-label': `${mail}: anderen Browser abmelden` },
            'Abmelden',
          );
          button.addEventListener('click', () =>
            attempt(async () => {
              await ask('DELETE', `/sessions/${id}`);
              await load();
              tell('Der andere Browser ist abgemeldet.');
              place('people-title').focus();
            }),
          );
          line.append(' ', button);
          return line;
        }),
      );
}
