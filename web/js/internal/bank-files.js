import { field } from '../control.js';
import { make, one } from '../dom.js';
import { transfer } from '../post-file.js';
import { tell } from '../submit.js';
import { size, time } from '../words.js';
import { ask, askOnce } from './session.js';
import { attempt, colleague } from './view.js';

/** Bank statements: how they come in, and what was in them. */

/** Reading a file takes a moment; a very large one a minute. */
const LOOK_AGAIN = [500, 500, 1000, 1000, 2000, 2000, 5000, 5000, 10_000, 10_000, 30_000, 60_000];

const counted = ({ booked, queued, known, passed, elsewhere }) =>
  [
    `${booked} zugeordnet`,
    `${queued} zu klären`,
    known ? `${known} schon bekannt` : '',
    passed ? `${passed} ${passed === 1 ? 'Ausgang' : 'Ausgänge'}` : '',
    elsewhere ? `${elsewhere} auf anderen Konten` : '',
  ]
    .filter(Boolean)
    .join(', ');

const passing = (names) => (names.length ? ` Übergangen, weil kein XML: ${names.join(', ')}.` : '');

export const file = ({ name, at, by, state, counts, fault, passedOver }) =>
  make(
    'li',
    {},
    make('p', {}, make('strong', {}, name)),
    make('p', { class: 'mute' }, `${colleague(by)} · `, time(at)),
    state === 'REFUSED'
      ? make('p', { class: 'error' }, `Nicht verwendet. ${fault}`)
      : make('p', {}, state === 'DONE' ? `${counted(counts)}.${passing(passedOver)}` : 'wird gelesen'),
  );

export function drop(largest, go) {
  const input = make('input', { type: 'file', accept: '.xml,.zip' });
  const bar = make('progress', { max: '100', value: '0', hidden: true, 'aria-label': 'Hochladen' });
  const box = make(
    'div',
    { class: 'drop' },
    field('file', 'camt.053 als XML oder ZIP', input, {
      hint: `Wie Ihre Bank ihn herausgibt, höchstens ${size(largest)}. Schon Bekanntes zählt nie doppelt.`,
    }),
    bar,
  );
  const take = (chosen) =>
    chosen
    && attempt(async () => {
      const key = crypto.randomUUID();
      bar.hidden = false;
      try {
        const { id, upload } = await askOnce(key, 'POST', '/bank/files', { name: chosen.name.normalize('NFC'), size: chosen.size });
        await transfer(chosen, upload, (share) => {
          bar.value = Math.round(share * 100);
        });
        tell(`${chosen.name} wird gelesen.`);
        await look(id, go);
      } finally {
        bar.hidden = true;
        input.value = '';
      }
    });
  input.addEventListener('change', () => take(input.files?.[0]));
  for (const name of ['dragover', 'dragleave', 'drop']) {
    box.addEventListener(name, (event) => {
      event.preventDefault();
      box.classList.toggle('over', name === 'dragover');
      if (name === 'drop') take(event.dataTransfer?.files[0]);
    });
  }
  return box;
}

async function look(id, go) {
  for (const wait of LOOK_AGAIN) {
    await new Promise((resolve) => {
      setTimeout(resolve, wait);
    });
    const { state, name, counts, fault, passedOver } = await ask('GET', `/bank/files/${id}`);
    if (state !== 'WAITING') {
      await go();
      one('#view h1').focus();
      return tell(state === 'DONE' ? `${name}: ${counted(counts)}.${passing(passedOver)}` : `${name} wurde nicht verwendet. ${fault}`);
    }
  }
  return tell('Das Lesen dauert noch. Laden Sie die Seite später neu.');
}
