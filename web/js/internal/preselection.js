import { make } from '../dom.js';
import { day } from '../words.js';
import { askApi } from './session.js';
import { link } from './view.js';

/** The founding municipalities' pre-selection. */

export const short = { YES: 'Ja', NO: 'Nein', ABSTAIN: 'Enthaltung', ASIDE: 'nicht teilgenommen' };
const results = { YES: 'Eingeladen', NO: 'Nicht eingeladen', TIE: 'Unentschieden', NO_QUORUM: 'Zu wenige Stimmen' };

const endings = {
  WITHDRAWN: 'Die Kommune hat den Antrag zurückgezogen.',
  DECLINED: 'Der Antrag wurde abgelehnt.',
  ADMITTED: 'Die Kommune ist aufgenommen.',
};

/** What there is to vote on, and what was. */
export async function polls() {
  const { municipality, polls: all } = await askApi('GET', '/founder/polls');
  const list = (some) =>
    make(
      'ul',
      { class: 'tasks' },
      ...some.map((it) =>
        make(
          'li',
          {},
          make(
            'p',
            {},
            make('strong', {}, it.ended ? it.municipality : link(`?vorauswahl=${it.dossier}`, it.municipality)),
            ' ',
            state(it),
          ),
          make(
            'p',
            { class: 'mute' },
            it.open
              ? `Abstimmen bis ${day(it.deadline)}`
              : it.ended
                ? `${endings[it.ended]} Antrag und Dokumente sind nicht mehr zu sehen.`
                : `Zeichen ${it.reference}`,
          ),
        ),
      ),
    );
  const open = all.filter((it) => it.open);
  const closed = all.filter((it) => !it.open);
  return [
    make('h1', { tabindex: '-1' }, 'Vorauswahl'),
    make('p', {}, `Sie stimmen für ${municipality} ab. Jede Gründungskommune hat eine Stimme.`),
    open.length ? list(open) : make('p', {}, 'Gerade ist nichts abzustimmen.'),
    ...(closed.length ? [make('h2', {}, 'Abgeschlossen'), list(closed)] : []),
  ];
}

export const state = ({ open, yours, result }) =>
  make(
    'span',
    { class: `state ${open && !yours ? 'part' : ''}` },
    open ? (yours ? `Ihre Stimme: ${short[yours]}` : 'Ihre Stimme fehlt') : (results[result] ?? 'beendet'),
  );

export const votes = (list) =>
  make(
    'ul',
    { class: 'messages' },
    ...list.map(({ municipality, choice, reason }) =>
      make('li', {}, make('p', {}, make('strong', {}, municipality), ` · ${short[choice]}`), make('p', { class: 'text' }, reason)),
    ),
  );

/** The vote as the office sees it: how many, and after the result who. */
export function forOffice(it) {
  return [
    make(
      'p',
      {},
      make('span', { class: 'state' }, it.open ? 'läuft' : (results[it.result] ?? 'beendet')),
      it.open ? ` bis ${day(it.deadline)}` : '',
    ),
    make(
      'p',
      {},
      it.cast === undefined
        ? `${it.electorate} Gründungskommunen stimmen ab; nötig sind ${it.quorum}. Wie viele es schon getan haben, sehen `
            + 'Sie, wenn Ihre Kommune abgestimmt hat.'
        : `${it.cast} von ${it.electorate} Gründungskommunen haben etwas gesagt; nötig sind ${it.quorum}.`,
    ),
    it.votes?.length ? votes(it.votes) : '',
  ];
}
