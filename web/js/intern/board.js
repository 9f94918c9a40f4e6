import { make } from '../dom.js';
import { shortDay, states } from '../words.js';
import { link } from './page.js';
import { ask } from './session.js';

/** How many dossiers stand where, and the latest of each. */
export async function board() {
  const { columns } = await ask('GET', '/board');
  return [
    make('h1', { tabindex: '-1' }, 'Tafel'),
    make('div', { class: 'board' }, ...Object.keys(states).filter((state) => columns[state]?.count > 0 || state === 'SUBMITTED').map((state) => {
      const { count, dossiers } = columns[state];
      return make('section', { 'aria-labelledby': `column-${state}` },
        make('h2', { id: `column-${state}` }, states[state], ' ', make('span', { class: 'number' }, count.toLocaleString('de'))),
        dossiers.length === 0 ? make('p', { class: 'mute' }, 'Keine Vorgänge.') : make('ul', {}, ...dossiers.map((line) => make('li', {},
          link(`?vorgang=${line.id}`, line.municipality), line.unread ? make('span', { class: 'state part' }, 'neue Nachricht') : '',
          make('span', { class: 'mute' }, `${line.reference} · ${shortDay(line.changedAt)}`)))),
        count > dossiers.length ? make('p', {}, link(`?ansicht=liste&state=${state}`, `Alle ${count.toLocaleString('de')} anzeigen`)) : '');
    })),
  ];
}
