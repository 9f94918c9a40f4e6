import { make } from '../dom.js';
import { time } from '../words.js';
import { ask, save } from './session.js';
import { button } from './view.js';

/** As long as mails leave, the page looks again; in milliseconds. */
const SOON = 5000;

const told = { CHANGED: 'Änderung', CANCELLED: 'Absage', WEEK: 'Erinnerung eine Woche vorher', DAY: 'Erinnerung am Tag vorher' };
const mails = (number) => (number === 1 ? 'eine E-Mail' : `${number.toLocaleString('de')} E-Mails`);

/** How many were told, and how many are still to be. */
function became({ done, written, sent, waiting, failed }) {
  if (!done) return `${mails(written)} geschrieben, weitere folgen.`;
  if (!written) return 'niemand war zu benachrichtigen.';
  if (sent === undefined) return `${mails(written)} geschrieben; sie gehen mit zehn in der Sekunde hinaus.`;
  if (!waiting && !failed) return sent === 1 ? 'die E-Mail ist verschickt.' : `alle ${mails(sent)} sind verschickt.`;
  const rest = [
    [waiting, 'noch unterwegs'],
    [failed, 'nicht zustellbar'],
  ].filter(([number]) => number);
  const left = rest.map(([number, words]) => `, ${number.toLocaleString('de')} ${words}`);
  return `${sent.toLocaleString('de')} von ${mails(written)} verschickt${left.join('')}.`;
}

const underWay = ({ done, waiting }) => !done || waiting > 0;

/** What everybody was told of this event, as long as somebody is still to be told, too. */
function mailings(all, load) {
  const list = make('ul', { class: 'plain' });
  const show = (some) => {
    list.replaceChildren(
      ...some.map((mailing) =>
        make(
          'li',
          {},
          make('strong', {}, told[mailing.kind]),
          ' ',
          make('span', { class: 'mute' }, time(mailing.at)),
          `: ${became(mailing)}`,
        ),
      ),
    );
    if (some.some(underWay)) setTimeout(again, SOON);
  };
  const again = async () => {
    if (list.isConnected) show((await load().catch(() => ({ mailings: all }))).mailings);
  };
  show(all);
  return make(
    'section',
    { class: 'flow', 'aria-labelledby': 'told-title' },
    make('h3', { id: 'told-title' }, 'Benachrichtigungen'),
    make('div', { role: 'status' }, list),
  );
}

const counted = (counts) => counts.map(({ text, count }) => `${count} × ${text}`).join(', ');

/** What those who come need and answered, and a file with everything. */
export async function participants(event) {
  const load = () => ask('GET', `/events/${event.id}/participants`);
  const { people, needs, rooms, answers, mailings: all } = await load();
  const lines = [
    ['Personen', people.toLocaleString('de')],
    ...rooms.map(({ name, taken, places }) => [name, `${taken} von ${places} Betten vergeben`]),
    ...(needs.length ? [['Gebraucht wird', counted(needs)]] : []),
    ...answers.filter(({ given }) => given.length).map(({ question, given }) => [question, counted(given)]),
  ];
  const file = (format, text) => button(text, () => save(`/staff/events/${event.id}/export?format=${format}`, `teilnehmende.${format}`));
  return [
    people || rooms.length
      ? make(
          'section',
          { class: 'flow', 'aria-labelledby': 'sums-title' },
          make('h3', { id: 'sums-title' }, 'Auf einen Blick'),
          make('dl', { class: 'sums' }, ...lines.flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)])),
          make('p', { class: 'actions' }, file('xlsx', 'Als Excel speichern'), file('csv', 'Als CSV speichern')),
        )
      : '',
    all.length ? mailings(all, load) : '',
  ];
}
