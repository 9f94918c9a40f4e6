import { newKey } from '../api.js';
import { field } from '../control.js';
import { make } from '../dom.js';
import { transfer } from '../post-file.js';
import { askApi, askApiOnce } from './session.js';
import { attempt, button } from './view.js';

export const MOST_PICTURES = 5;

const LOOK_AGAIN = [500, 1000, 1000, 2000, 5000, 10_000, 30_000];

/** Pictures: sent at once, checked by the server, described here. */
export function gallery(given, documents) {
  const known = new Map(documents.map((document) => [document.id, document]));
  let current = given.filter(({ id }) => known.has(id));
  let alts = [];
  const list = make('div', { class: 'flow' });
  const words = make('p', { class: 'mute', role: 'status' });
  const input = make('input', { type: 'file', accept: 'image/jpeg,image/png' });
  const chosen = make('input', { type: 'hidden', id: 'f-pictures-chosen' });
  const draw = () => {
    alts = current.map(({ alt }) => make('input', { type: 'text', maxlength: '300', value: alt ?? '' }));
    list.replaceChildren(
      ...current.map(({ id }, at) => {
        const { name, url, state, refusal } = known.get(id);
        return make(
          'div',
          { class: 'piece' },
          state === 'ACCEPTED'
            ? make('img', { src: url, alt: '', width: '160' })
            : make('p', { class: 'mute' }, refusal ?? `${name} wird geprüft.`),
          field(`pictures.${at}.alt`, `Was ist auf „${name}“ zu sehen?`, alts[at], {
            hint: 'Ein Satz für alle, die das Bild nicht sehen.',
          }),
          button(
            'Entfernen',
            async () => {
              current = value().filter((_, other) => other !== at);
              draw();
            },
            { 'aria-label': `${name} entfernen` },
          ),
        );
      }),
    );
    input.closest('div').hidden = current.length >= MOST_PICTURES;
    chosen.value = current.map(({ id }) => id).join(' ');
    list.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const value = () => current.map(({ id }, at) => ({ id, alt: alts[at].value }));
  input.addEventListener('change', () =>
    attempt(async () => {
      const [file] = input.files ?? [];
      if (!file) return;
      words.textContent = `${file.name} wird hochgeladen.`;
      try {
        const { document, upload } = await askApiOnce(newKey(), 'POST', '/member/pictures', {
          name: file.name.normalize('NFC'),
          type: file.type,
          size: file.size,
        });
        await transfer(file, upload, () => {});
        const checked = await look(document.id);
        known.set(document.id, checked);
        words.textContent =
          checked.state === 'ACCEPTED'
            ? `${file.name} ist da. Beschreiben Sie es noch.`
            : `${file.name}: ${checked.refusal ?? 'wird noch geprüft; laden Sie die Seite später neu.'}`;
        if (checked.state === 'ACCEPTED') {
          current = [...value(), { id: document.id, alt: '' }];
          draw();
          alts.at(-1).focus();
        }
      } finally {
        input.value = '';
        if (words.textContent.endsWith('wird hochgeladen.')) words.textContent = '';
      }
    }),
  );
  const choose = (ids) => {
    const before = value();
    current = ids.filter((id) => known.has(id)).map((id) => before.find((one) => one.id === id) ?? { id, alt: '' });
    draw();
  };
  const element = make(
    'div',
    {},
    list,
    chosen,
    make(
      'div',
      {},
      field('picture', 'Bild hinzufügen', input, { hint: 'JPEG oder PNG, höchstens 25 MB. Ort und Zeit der Aufnahme entfernen wir.' }),
    ),
    words,
  );
  draw();
  /** Pictures that somebody else has put in meanwhile. */
  const add = (others, all) => {
    all.forEach((document) => known.set(document.id, document));
    const mine = value();
    current = [...mine, ...others.filter(({ id }) => known.has(id) && !mine.some((one) => one.id === id))];
    draw();
  };
  return { element, value, choose, add };
}

async function look(id) {
  let found;
  for (const wait of LOOK_AGAIN) {
    await new Promise((resolve) => {
      setTimeout(resolve, wait);
    });
    found = (await askApi('GET', '/member/pictures')).documents.find((one) => one.id === id);
    if (found.state !== 'AWAITED') break;
  }
  return found;
}
