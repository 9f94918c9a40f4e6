import { make } from '../dom.js';
import { folded } from '../folding.js';
import { longDay, shortDay, states } from '../words.js';
import { ask } from './session.js';
import { feeLink, link } from './view.js';

const MOST = 25;
const help =
  'Geben Sie oben mindestens zwei Zeichen ein: Kommune, Land, AGS, Zeichen, Name, E-Mail, '
  + 'Titel einer Veranstaltung oder Nummer einer Rechnung.';

/**
 * Everything that words find, each feature's own side by side. Dossiers are found by the server; lists that come whole are
 * searched here. What is searched for stands in no address and no log.
 */
export async function search() {
  const typed = new URLSearchParams(location.hash.slice(1)).get('suche') ?? '';
  const words = split(typed);
  if (words.length === 0) return [make('h1', { tabindex: '-1' }, 'Suche'), make('p', {}, help)];
  const headers = { search: encodeURIComponent(typed) };
  const [{ dossiers, near = [], next }, { invoices }, { members }, { events }, { open }] = await Promise.all([
    ask('GET', '/dossiers', undefined, headers),
    ask('GET', '/bank/invoices', undefined, headers),
    ask('GET', '/members'),
    ask('GET', '/events'),
    ask('GET', '/bank'),
  ]);
  const mute = (...texts) => make('span', { class: 'mute' }, texts.join(' · '));
  return [
    make('h1', { tabindex: '-1' }, `Suche: ${typed}`),
    part('Vorgänge', { found: dossiers, near }, (it) => [
      link(`?vorgang=${it.id}`, it.municipality),
      make('span', { class: 'state' }, states[it.state]),
      mute(it.reference, it.contact, shortDay(it.submittedAt)),
    ]),
    next ? make('p', {}, link(`?ansicht=liste#${new URLSearchParams({ suche: typed })}`, 'Alle in der Liste zeigen')) : '',
    part(
      'Mitglieder',
      find(words, members, ({ municipality, land, ags }) => [municipality, land, ags]),
      (it) => [link(`?mitglied=${it.ags}`, it.municipality), mute(it.land)],
    ),
    part(
      'Veranstaltungen',
      find(words, events, ({ title, place, start }) => [title, place, longDay(start)]),
      (it) => [link(`?veranstaltung=${it.id}`, it.title), mute(longDay(it.start))],
    ),
    part(
      'Rechnungen',
      invoices.length ? { found: invoices } : find(words, open, ({ municipality, title, number }) => [municipality, title, number]),
      (it) => [feeLink(it), mute(...(it.event ? [it.title] : []), it.number, it.reference)],
    ),
  ];
}

function part(title, { found, near = [] }, line) {
  const shown = found.length ? found : near;
  const id = `found-${title.toLowerCase().replace(/[^a-z]/g, '-')}`;
  return make(
    'section',
    { class: 'flow found', 'aria-labelledby': id },
    make('h2', { id }, `${title} (${shown.length})`),
    found.length === 0 && near.length ? make('p', { class: 'mute' }, 'Genau so nicht gefunden; ähnlich geschrieben:') : '',
    shown.length
      ? make('ul', { class: 'history' }, ...shown.slice(0, MOST).map((it) => make('li', {}, ...line(it))))
      : make('p', { class: 'mute' }, 'Nichts gefunden.'),
  );
}

const split = (text) =>
  folded(text)
    .split(/[^\p{L}\p{N}.-]+/u)
    .filter((word) => word.length > 1);

/** What has every word; where nothing has, what would, but for one typing error in each. */
function find(words, list, textsOf) {
  const texts = list.map((it) => [it, textsOf(it).filter(Boolean).join(' ')]);
  const having = (fits) => texts.filter(([, text]) => words.every((word) => fits(word, text))).map(([it]) => it);
  const found = having((word, text) => folded(text).includes(word));
  return { found, near: found.length ? [] : having((word, text) => split(text).some((one) => isNear(word, one))) };
}

/** Whether a word begins as it was typed, but for at most one letter too many, too few, wrong or exchanged (Words.near). */
function isNear(typed, word) {
  if (typed.length < 5) return word.startsWith(typed);
  let same = 0;
  while (same < typed.length && typed[same] === word[same]) same += 1;
  const [left, right] = [typed.slice(same), word.slice(same)];
  if (left.length <= 1 || right.startsWith(left.slice(1))) return true;
  if (right.length === 0) return false;
  return (
    right.slice(1).startsWith(left)
    || right.slice(1).startsWith(left.slice(1))
    || (left[0] === right[1] && left[1] === right[0] && right.slice(2).startsWith(left.slice(2)))
  );
}
