import { Problem } from '../api.js';
import { make } from '../dom.js';
import { quietFor, watch } from '../stall-watch.js';
import { tell } from '../submit.js';
import { size } from '../words.js';
import { ask } from './session.js';
import { Pace, percent, remaining } from './transfer-pace.js';
import { attempt } from './view.js';

/** The way of a large file to the store: part by part, patiently, with what can be told of it meanwhile. */

/** Uploads that run in this tab, whatever is shown meanwhile. */
export const running = new Map();

const base64 = (bytes) => btoa(String.fromCharCode(...bytes));
const sha256 = async (bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
/** Sends it from now on, and shows how far it is. */
export function start(key, kind, at, element, file, type, changed) {
  const bar = make('progress', { max: '1000', value: '0', 'aria-label': `${file.name}: Fortschritt` });
  const line = make('p', { class: 'mute' }, 'Wird vorbereitet …');
  const status = make('p', { role: 'status' });
  const actions = make('p', { class: 'actions' });
  element.replaceChildren(make('h3', {}, element.ariaLabel), make('p', {}, `${file.name}, ${size(file.size)}`), bar, line, status, actions);
  /** @type {any} */
  const it = { paused: false, stopped: false, waiting: true, loaded: 0, request: undefined, wake: () => {} };
  running.set(key, { element, busy: () => !it.stopped });

  const say = (text) => {
    status.textContent = text;
  };
  const pace = new Pace();
  const show = (more = 0) => {
    const now = it.loaded + more;
    const rate = pace.rate(performance.now(), now);
    bar.value = Math.floor((now / file.size) * 1000);
    bar.textContent = percent(now / file.size);
    const speed = rate > 0 ? `, ${size(rate)} in der Sekunde${remaining((file.size - now) / rate)}` : '';
    line.textContent = `${percent(now / file.size)} ${it.paused ? 'hochgeladen' : `von ${size(file.size)}${speed}`}`;
  };
  /** Said once aloud; the seconds run on in the line, which nobody is read. */
  const stalled = (seconds) => {
    if (!seconds) say('');
    else if (!status.textContent) say('Die Verbindung stockt.');
    if (seconds) line.textContent = `${percent(it.loaded / file.size)} von ${size(file.size)}. ${quietFor(seconds)}`;
    rest();
  };
  const rest = () => pace.rest();
  const buttons = () => actions.replaceChildren(it.paused ? act('Weiter', resume) : act('Pause', pause), act('Abbrechen', stop));
  const act = (text, work) => {
    const made = make('button', { type: 'button', class: 'button quiet', 'aria-label': `${text}: ${file.name}` }, text);
    made.addEventListener('click', work);
    return made;
  };
  function pause() {
    it.paused = true;
    it.request?.abort();
    say('Angehalten.');
    rest();
    show();
    buttons();
    actions.firstElementChild.focus();
  }
  function resume() {
    it.paused = false;
    say('Es geht weiter.');
    it.wake();
    buttons();
    actions.firstElementChild.focus();
  }
  function end() {
    it.stopped = true;
    running.delete(key);
    removeEventListener('online', online);
  }
  async function stop() {
    end();
    it.request?.abort();
    it.wake();
    await changed('Angehalten. Was schon da ist, bleibt; wählen Sie dieselbe Datei, um weiterzumachen.');
  }
  const online = () => it.wake();
  addEventListener('online', online);

  /** Waits as long as it is paused; after a lost connection until there is one, or for a while. */
  const awaitTurn = async (milliseconds = 0) => {
    if (milliseconds)
      await new Promise((resolve) => {
        it.wake = resolve;
        setTimeout(resolve, milliseconds);
      });
    while (it.paused && !it.stopped)
      await new Promise((resolve) => {
        it.wake = resolve;
      });
  };

  /** Whatever is not the person's fault is tried again, ever more seldom, as long as the page is open. */
  async function patiently(work) {
    for (let pause = 1000; !it.stopped; pause = Math.min(pause * 2, 30_000)) {
      try {
        return await work();
      } catch (problem) {
        if (!(problem instanceof Problem)) throw problem;
        if (problem.status > 0 && problem.status < 500) throw problem;
        if (!it.paused && !it.stopped) say('Die Verbindung ist unterbrochen. Es geht von selbst weiter.');
        rest();
        await awaitTurn(it.paused ? 0 : pause);
      }
    }
    throw new Stopped();
  }

  async function sendPart(begun, number, blob, hash) {
    await patiently(async () => {
      await awaitTurn();
      if (it.stopped) throw new Stopped();
      const {
        parts: [{ url }],
      } = await ask('POST', `${at}/parts`, { file: begun.file, parts: [{ number, sha256: hash }] });
      await put(url, blob, hash, show, (request) => {
        it.request = request;
        watch(request, stalled);
      });
    });
    say('');
  }

  async function send() {
    const begun = await patiently(() => ask('POST', at, { name: file.name.normalize('NFC'), type, size: String(file.size) }));
    const arrived = new Map(begun.parts.map((part) => [part.number, part.sha256]));
    const hashes = [];
    if (arrived.size) say('Was schon da ist, wird verglichen.');
    for (let number = 1; (number - 1) * begun.partSize < file.size && !it.stopped; number += 1) {
      const blob = file.slice((number - 1) * begun.partSize, number * begun.partSize);
      const hash = await sha256(await blob.arrayBuffer());
      hashes.push(hash);
      if (arrived.get(number) !== base64(hash)) await sendPart(begun, number, blob, base64(hash));
      else rest();
      it.loaded += blob.size;
      show();
    }
    if (it.stopped) throw new Stopped();
    say('Alles ist da und wird zusammengesetzt.');
    const all = new Uint8Array(hashes.length * 32);
    hashes.forEach((hash, i) => all.set(hash, i * 32));
    await patiently(async () =>
      ask('POST', `${at}/completion`, { file: begun.file, checksum: `${base64(await sha256(all))}-${hashes.length}` }),
    );
  }

  buttons();
  send().then(
    () => {
      end();
      return changed(`${file.name}: hochgeladen.`);
    },
    (problem) => {
      if (problem instanceof Stopped) return undefined;
      end();
      const told =
        problem instanceof Problem
          ? problem
          : new Problem(0, {
              title: 'Die Datei lässt sich nicht lesen',
              detail: 'Wurde sie verschoben oder geändert? Wählen Sie sie noch einmal aus; was da ist, bleibt.',
            });
      return changed('').then(() =>
        attempt(() => {
          throw told;
        }, `${kind}-`),
      );
    },
  );
  tell('');
}

/** Somebody has stopped it. */
class Stopped extends Error {}

/**
 * One part, to the address that was signed for exactly these bytes.
 *
 * @returns {Promise<void>}
 */
function put(url, blob, hash, progress, begun) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    begun(request);
    request.upload.addEventListener('progress', ({ loaded }) => progress(Math.min(loaded, blob.size)));
    // What the store refuses, an address that has expired among them, is signed and sent again.
    request.addEventListener('load', () =>
      request.status < 300
        ? resolve()
        : reject(new Problem(500, { title: 'Das hat nicht geklappt', detail: 'Der Speicher hat einen Teil abgelehnt.' })),
    );
    for (const event of ['error', 'abort', 'timeout'])
      request.addEventListener(event, () =>
        reject(new Problem(0, { title: 'Keine Verbindung', detail: 'Die Verbindung ist abgebrochen.' })),
      );
    request.open('PUT', url);
    request.setRequestHeader('x-amz-checksum-sha256', hash);
    request.send(blob);
  });
}
