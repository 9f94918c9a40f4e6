import { make } from './dom.js';
import { euros } from './words.js';

/** Who comes to an event, how they stand and what they pay, in the same words for guests, members and the office. */

const standings = {
  PENDING: 'zu bestätigen',
  REGISTERED: 'angemeldet',
  WAITING: 'auf der Warteliste',
  OFFERED: 'Platz angeboten',
  CANCELLED: 'abgesagt',
  LAPSED: 'verfallen',
};
const standingClass = (state) =>
  state === 'REGISTERED' ? 'state done' : state === 'OFFERED' || state === 'PENDING' ? 'state part' : 'state';

/** How a delegation stands; where the event does not take place, that says it all. */
export const standing = ({ state }, event) => {
  const off = event.standing === 'CANCELLED' && !['CANCELLED', 'LAPSED'].includes(state);
  return make('span', { class: off ? 'state part' : standingClass(state) }, off ? 'fällt aus' : standings[state]);
};

export const seats = ({ free, capacity }) =>
  free === 0
    ? 'Ausgebucht. Wer sich jetzt anmeldet, kommt auf die Warteliste.'
    : `${free === 1 ? 'Noch ein Platz' : free < 20 ? `Noch ${free} Plätze` : 'Noch 20 oder mehr Plätze'} von ${capacity} frei.`;

/** Everybody of a delegation, in a list. */
export const peopleList = (people, rooms = []) =>
  make(
    'ul',
    {},
    ...people.map(({ name, office, mail, needs, room }) =>
      make(
        'li',
        {},
        [name || 'gelöscht', office].filter(Boolean).join(', '),
        mail ? ` · ${mail}` : '',
        rooms[room] ? ` · ${rooms[room].name}` : '',
        needs ? make('span', { class: 'mute' }, ` · ${needs}`) : '',
      ),
    ),
  );

/** What one person pays, and what cancelling costs; nothing where it costs nothing. */
export const prices = (event) =>
  event.prices.length
    ? make('div', { class: 'flow' }, make('ul', {}, ...event.prices.map((price) => make('li', {}, price))), make('p', {}, event.cancelling))
    : '';

/** What it costs line by line, before somebody is bound and after it. */
export const costs = ({ cents, items, buyer }) =>
  cents
    ? make(
        'div',
        { class: 'flow' },
        make(
          'table',
          { class: 'sum' },
          make('caption', { class: 'hidden-visually' }, 'Kosten'),
          make(
            'tbody',
            {},
            ...items.map(({ text, quantity, cents: each }) =>
              make(
                'tr',
                {},
                make('th', { scope: 'row' }, `${quantity} × ${text}, je ${euros(each)}`),
                make('td', {}, euros(quantity * each)),
              ),
            ),
          ),
          make(
            'tfoot',
            {},
            make('tr', {}, make('th', { scope: 'row' }, 'Kosten zusammen'), make('td', {}, make('strong', {}, euros(cents)))),
          ),
        ),
        buyer
          ? make(
              'p',
              {},
              make('span', { class: 'mute' }, 'Rechnung an: '),
              [buyer.name, buyer.street, `${buyer.postcode} ${buyer.city}`].join(', '),
              buyer.leitwegId ? ` · Leitweg-ID ${buyer.leitwegId}` : '',
              make('br'),
              make('span', { class: 'mute' }, `${buyer.contact} · ${buyer.mail}`),
            )
          : '',
      )
    : '';

/** The words on the button by which one is bound (BGB, section 312j), or takes part. */
export const acceptance = ({ state, cents }) =>
  cents ? 'Kostenpflichtig buchen' : state === 'OFFERED' ? 'Plätze annehmen' : 'Anmeldung bestätigen';
