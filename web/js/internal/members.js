import { make } from '../dom.js';
import { day } from '../words.js';
import { ask, save } from './session.js';
import { button, link, section } from './view.js';

/** All members; whose proposal waits comes first. */
export async function members() {
  const { members: list } = await ask('GET', '/members');
  const waiting = list.filter(({ proposed }) => proposed);
  return [
    make('h1', { tabindex: '-1' }, 'Mitglieder'),
    section(
      `Vorschläge zum Ansehen (${waiting.length})`,
      waiting.length
        ? make(
            'ul',
            { class: 'tasks' },
            ...waiting.map(({ ags, municipality, proposedAt }) =>
              make('li', {}, link(`?mitglied=${ags}`, municipality), ` vom ${day(proposedAt)}`),
            ),
          )
        : make('p', {}, 'Keine.'),
    ),
    section(
      `Alle (${list.length})`,
      make(
        'ul',
        { class: 'history' },
        ...list.map(({ ags, municipality, land, ambassador, since, withdrawn, profile }) =>
          make(
            'li',
            {},
            link(`?mitglied=${ags}`, municipality),
            ambassador ? make('span', { class: 'state done' }, 'Botschafterin') : '',
            withdrawn
              ? make('span', { class: 'state part' }, 'zurückgezogen')
              : profile
                ? ''
                : make('span', { class: 'state' }, 'ohne Profil'),
            make('span', { class: 'mute' }, since ? `${land} · seit ${day(since)}` : land),
          ),
        ),
      ),
      make(
        'p',
        { class: 'actions' },
        ...['xlsx', 'csv'].map((format) =>
          button(format === 'xlsx' ? 'Als Excel speichern' : 'Als CSV speichern', () =>
            save(`/staff/exports/members?format=${format}`, `mitglieder.${format}`),
          ),
        ),
      ),
    ),
  ];
}
