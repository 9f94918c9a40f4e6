import { make } from './dom.js';
import { tell } from './submit.js';
import { size, time } from './words.js';

/** Parts of a dossier that both its pages show: the municipality's and the office's. */

/** @param unreadFrom the side whose last message is new to the reader */
export function messageLines(messages, nameOf, unreadFrom) {
  const last = messages.findLast(({ side }) => side === unreadFrom);
  return messages.map((message) =>
    make(
      'li',
      { class: message.side === 'STAFF' ? 'message theirs' : 'message' },
      make(
        'p',
        { class: 'mute' },
        make('strong', {}, nameOf(message.who)),
        ' · ',
        time(message.at),
        ...(message === last ? [' ', make('span', { class: 'state part' }, 'neu')] : []),
      ),
      make('p', { class: 'text' }, message.text),
    ),
  );
}

/** @param words what the states are called for this reader */
export function documentLine({ name, kind, size: bytes, state, addedAt, refusal }, words, ...buttons) {
  return make(
    'li',
    { class: state === 'REFUSED' ? 'document refused' : 'document' },
    make('span', { class: 'name' }, name),
    make('span', { class: 'mute' }, `${kind} · ${size(bytes)} · `, time(addedAt)),
    make('span', { class: `state ${state === 'ACCEPTED' ? 'done' : state === 'REFUSED' ? 'part' : ''}` }, words[state]),
    ...(refusal ? [make('p', { class: 'words' }, refusal)] : []),
    make('span', { class: 'actions' }, ...buttons),
  );
}

/**
 * A list that begins with the newest, and a button above it for what is older.
 *
 * @param from before which place the older ones stand; nothing where there are none
 * @param load gives a page of them, by place
 * @param lines makes the page's lines
 */
export function withEarlier(list, from, { attempt, load, lines }) {
  if (!from) return list;
  let place = from;
  const button = make('button', { type: 'button', class: 'button quiet' }, 'Ältere laden');
  const row = make('li', { class: 'earlier' }, button);
  button.addEventListener('click', async () => {
    if (button.ariaDisabled === 'true') return;
    button.ariaDisabled = 'true';
    await attempt(async () => {
      const page = await load(place);
      const older = lines(page);
      row.after(...older);
      place = page.earlier;
      tell(`${older.length} ältere geladen.`);
      older[0].tabIndex = -1;
      older[0].focus();
      if (!place) row.remove();
    });
    button.ariaDisabled = null;
  });
  list.prepend(row);
  return list;
}
