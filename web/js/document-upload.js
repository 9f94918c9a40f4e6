import { call, newKey, Problem } from './api.js';
import { make } from './dom.js';
import { transfer } from './post-file.js';
import { quietFor } from './stall-watch.js';
import { size } from './words.js';

/** By ending, because browsers do not know every type. */
const types = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
};
const LARGEST = 25 * 1024 * 1024;
const AT_ONCE = 3;
/** Milliseconds until what broke off is tried again by itself. */
const AGAIN = 30_000;

const typeOf = (file) => types[file.name.split('.').at(-1).toLowerCase()];

/** What the browser can know before anything is sent. */
function refusal(file) {
  if (!typeOf(file)) return 'Dieser Dateityp ist nicht möglich. Erlaubt sind PDF, JPEG, PNG, DOCX, XLSX, ODT und ODS.';
  if (file.size === 0) return 'Die Datei ist leer. Wählen Sie sie noch einmal aus oder speichern Sie sie neu.';
  if (file.size > LARGEST) return `Die Datei hat ${size(file.size)}, erlaubt sind 25 MB. Verkleinern Sie sie, zum Beispiel als PDF.`;
  return undefined;
}

/**
 * Uploads files from the browser straight to the store, a few at a time, each with its own line.
 *
 * @param list where the lines go
 * @param status where screen readers are told
 * @param done called whenever a file has arrived
 */
export function uploader({ list, status, dossier, done }) {
  const waiting = [];
  let running = 0;

  /** Tells screen readers; what was said in the same breath is said together. */
  function say(...texts) {
    status.textContent = texts.join(' ');
  }

  function add(files) {
    const lines = [...files].map(lineOf);
    list.append(...lines.map(({ element }) => element));
    lines.filter(({ wrong }) => wrong).forEach((line) => line.refuse(line.wrong));
    lines.filter(({ wrong }) => !wrong).forEach(enqueue);
    const refused = lines.filter(({ wrong }) => wrong);
    if (refused.length > 0) say(...refused.map(({ file, wrong }) => `${file.name}: nicht hochgeladen. ${wrong}`));
  }

  function enqueue(line) {
    waiting.push(line);
    line.wait();
    next();
  }

  function next() {
    while (running < AT_ONCE && waiting.length > 0) {
      running += 1;
      const line = waiting.shift();
      send(line).finally(() => {
        running -= 1;
        next();
      });
    }
  }

  async function send(line) {
    if (line.cancelled) return;
    const { file } = line;
    try {
      const body = { name: file.name.normalize('NFC'), type: typeOf(file), size: file.size };
      // The same key for every try: the same document, a fresh form.
      const { document, upload } = await call('POST', `/dossiers/${dossier.id}/documents`, {
        body,
        secret: dossier.secret,
        headers: { 'idempotency-key': line.key },
      });
      line.document = document.id;
      // Cancelled while the form was on its way.
      if (line.cancelled) return await forget(line);
      if (upload)
        await transfer(
          line.file,
          upload,
          line.progress,
          (request) => {
            line.request = request;
          },
          line.quiet,
        );
      line.arrived();
      say(`${file.name}: hochgeladen, wird geprüft.`);
      done();
    } catch (problem) {
      if (line.cancelled) return;
      if (!(problem instanceof Problem)) throw problem;
      if (problem.status === 0) line.lost();
      else line.refuse(problem.body.errors?.[0]?.message ?? problem.body.detail);
      say(`${file.name}: ${line.words()}`);
    }
  }

  async function forget(line) {
    await call('DELETE', `/dossiers/${dossier.id}/documents/${line.document}`, { secret: dossier.secret }).catch(() => {});
    done();
  }

  /** One file's line: name, progress, what happened, what can be done. */
  function lineOf(file) {
    const words = make('span', { class: 'words' });
    const bar = make('progress', { max: '100', value: '0', 'aria-label': `${file.name}: Fortschritt` });
    const buttons = make('span', { class: 'actions' });
    const element = make(
      'li',
      { class: 'upload' },
      make('span', { class: 'name' }, file.name),
      make('span', { class: 'mute' }, file.size > 0 ? size(file.size) : ''),
      bar,
      words,
      buttons,
    );
    const line = { file, element, wrong: refusal(file), key: newKey(), cancelled: false, stalled: false, words: () => words.textContent };

    const button = (text, work) => {
      const made = make('button', { type: 'button', class: 'link-button', 'aria-label': `${file.name}: ${text}` }, text);
      made.addEventListener('click', work);
      return made;
    };
    const dismiss = () =>
      button('Ausblenden', () => {
        element.remove();
      });
    const cancel = () =>
      button('Abbrechen', async () => {
        line.cancelled = true;
        line.request?.abort();
        element.remove();
        say(`${file.name}: abgebrochen.`);
        if (line.document) await forget(line);
      });

    line.wait = () => {
      words.textContent = 'wartet';
      bar.hidden = false;
      buttons.replaceChildren(cancel());
    };
    line.progress = (share) => {
      bar.value = Math.round(share * 100);
      words.textContent = `${Math.round(share * 100)} % hochgeladen`;
    };
    line.quiet = (seconds) => {
      line.stalled = seconds > 0;
      if (seconds) words.textContent = quietFor(seconds);
    };
    line.arrived = () => {
      element.remove();
    };
    line.refuse = (why) => {
      bar.hidden = true;
      element.classList.add('refused');
      words.textContent = why;
      buttons.replaceChildren(dismiss());
    };
    line.lost = () => {
      bar.hidden = true;
      words.textContent = 'Die Verbindung ist abgebrochen. Es geht von selbst weiter.';
      const again = () => {
        removeEventListener('online', again);
        clearTimeout(timer);
        if (element.isConnected) enqueue(line);
      };
      const timer = setTimeout(again, line.stalled ? 1000 : AGAIN);
      line.stalled = false;
      addEventListener('online', again);
      buttons.replaceChildren(button('Noch einmal versuchen', again), cancel());
    };
    return line;
  }

  return { add, say };
}
