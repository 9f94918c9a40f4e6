import { Problem } from './api.js';
import { uploader } from './document-upload.js';
import { make, one } from './dom.js';
import { documentLine } from './dossier-parts.js';
import { draft } from './draft.js';
import { tell } from './submit.js';

/** Checking takes a second or two, a real scan up to a minute. */
const LOOK_AGAIN = [1000, 1000, 2000, 2000, 5000, 5000, 10_000, 10_000, 30_000, 30_000];

const states = { AWAITED: 'wird geprüft', ACCEPTED: 'aufgenommen', REFUSED: 'abgelehnt' };

/**
 * The documents of a dossier: what is there, what is being checked, and a way to send more.
 *
 * @param {import('./dossier-page.js').Page & { isOpen: () => boolean, signedOut: () => unknown }} page
 * @returns what shows them anew
 */
export function documents({ ask, attempt, place, isOpen, signedOut }) {
  let looks = 0;
  let timer;
  let awaited = new Set();

  async function load() {
    const { documents, most } = await ask('GET', '/documents');
    const decided = documents.filter(({ id, state }) => awaited.has(id) && state !== 'AWAITED');
    if (decided.length > 0)
      uploads.say(
        ...decided.map(({ name, state, refusal }) =>
          state === 'ACCEPTED' ? `${name}: geprüft und aufgenommen.` : `${name}: abgelehnt. ${refusal ?? ''}`,
        ),
      );
    awaited = new Set(documents.filter(({ state }) => state === 'AWAITED').map(({ id }) => id));
    place('documents').replaceChildren(...documents.map(lineOf));
    place('no-documents').hidden = documents.length > 0;
    place('room').textContent = `${documents.filter(({ state }) => state !== 'REFUSED').length} von ${most} Dokumenten`;
    clearTimeout(timer);
    if (documents.some(({ state }) => state === 'AWAITED') && looks < LOOK_AGAIN.length) {
      timer = setTimeout(lookAgain, LOOK_AGAIN[looks++]);
    }
  }

  /** By itself: nobody asked, so what was said before stays, and a lost connection is no news. */
  async function lookAgain() {
    try {
      await load();
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      if (problem.status === 401) signedOut();
    }
  }

  function lineOf(document) {
    const { id, name, state } = document;
    const buttons = [];
    const add = (text, work) => {
      const button = make('button', { type: 'button', class: 'link-button', 'aria-label': `${name}: ${text}` }, text);
      button.addEventListener('click', () => attempt(work));
      buttons.push(button);
    };
    if (state === 'ACCEPTED')
      add('Speichern', async () => {
        location.href = (await ask('GET', `/documents/${id}`)).url;
      });
    if (isOpen()) {
      add(state === 'REFUSED' ? 'Ausblenden' : 'Löschen', async () => {
        await ask('DELETE', `/documents/${id}`);
        await load();
        tell(`${name}: gelöscht.`);
        place('documents-title').focus();
      });
    }
    return documentLine(document, states, ...buttons);
  }

  const uploads = uploader({
    list: place('uploads'),
    status: place('status'),
    dossier: draft,
    done: () => {
      looks = 0;
      lookAgain();
    },
  });
  const input = one('#files');
  input.addEventListener('change', () => {
    uploads.add(input.files);
    input.value = '';
  });
  const drop = place('drop');
  for (const name of ['dragover', 'dragenter'])
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add('over');
    });
  for (const name of ['dragleave', 'drop']) drop.addEventListener(name, () => drop.classList.remove('over'));
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    uploads.add(event.dataTransfer?.files ?? []);
  });

  return load;
}
