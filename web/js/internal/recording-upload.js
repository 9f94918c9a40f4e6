import { Problem } from '../api.js';
import { field } from '../control.js';
import { make } from '../dom.js';
import { size } from '../words.js';
import { running, start } from './recording-transfer.js';
import { ask } from './session.js';
import { attempt, button } from './view.js';

/**
 * A large file on its way in parts, straight to the store. What has arrived only the store knows: after a pause, a lost
 * connection or a reload only what is missing is sent, and each part is compared by its checksum.
 */
const types = { mp4: 'video/mp4', m4v: 'video/mp4', webm: 'video/webm', pdf: 'application/pdf' };
const words = {
  video: { label: 'Video', hint: 'MP4 oder WebM, höchstens 5 GB.', wrong: 'Wählen Sie ein Video als MP4 oder WebM.', fits: 'video/' },
  slides: { label: 'Folien', hint: 'Als PDF.', wrong: 'Wählen Sie die Folien als PDF.', fits: 'application/pdf' },
};
const states = { ARRIVED: 'hochgeladen, geprüft', ARCHIVED: 'im Archiv', BROKEN: 'kam beschädigt an' };
const LARGEST = 5e9;

addEventListener('beforeunload', (event) => {
  if ([...running.values()].some(({ busy }) => busy())) event.preventDefault();
});

const typeOf = (file) => types[file.name.split('.').at(-1).toLowerCase()] ?? '';

/**
 * The place for one file of a recording: choose it, see how far it is, pause, go on, take it away.
 *
 * @param it the recording
 * @param kind video or slides
 * @param changed called when it has arrived or is gone
 */
export function place(it, kind, changed) {
  const key = `${it.id} ${kind}`;
  if (running.has(key)) return running.get(key).element;
  const there = it[kind];
  const at = `/recordings/${it.id}/files/${kind}`;
  const { label, hint, wrong, fits } = words[kind];
  const element = make('section', { class: 'flow file', 'aria-label': label });
  const input = make('input', {
    type: 'file',
    accept: Object.keys(types)
      .filter((ending) => types[ending].startsWith(fits))
      .map((ending) => `.${ending}`)
      .join(','),
  });
  const chosen = () =>
    attempt(async () => {
      const [file] = input.files ?? [];
      if (!file) return;
      input.value = '';
      if (!typeOf(file).startsWith(fits)) throw refused(`${kind}-file`, wrong);
      if (file.size === 0) throw refused(`${kind}-file`, 'Die Datei ist leer.');
      if (file.size > LARGEST)
        throw refused(
          `${kind}-file`,
          `Die Datei hat ${size(file.size)}, erlaubt sind 5 GB. Verkleinern Sie das Video oder teilen Sie es in zwei.`,
        );
      start(key, kind, at, element, file, typeOf(file), changed);
    });
  input.addEventListener('change', chosen);
  const picker = (text, more) => field(`${kind}-file`, text, input, { hint: more });
  const forget = (text) =>
    button(text, async () => {
      await ask('DELETE', at);
      await changed(`${label}: entfernt.`);
    });
  element.append(
    make('h3', {}, label),
    ...(!there
      ? [picker(`${label} auswählen`, hint)]
      : there.state === 'ARRIVING'
        ? [
            make('p', {}, make('span', { class: 'state part' }, 'unterbrochen'), ` ${there.name}, ${size(there.size)}`),
            picker('Dieselbe Datei noch einmal auswählen', 'Dann geht es dort weiter, wo es aufgehört hat. Eine andere Datei ersetzt sie.'),
            forget('Verwerfen'),
          ]
        : [
            make(
              'p',
              {},
              make('span', { class: `state ${there.state === 'BROKEN' ? 'part' : 'done'}` }, states[there.state]),
              ` ${there.name}, ${size(there.size)}`,
            ),
            make(
              'details',
              {},
              make('summary', {}, 'Ersetzen oder entfernen'),
              picker('Andere Datei auswählen', hint),
              forget(`${label} entfernen`),
            ),
          ]),
  );
  return element;
}

const refused = (name, message) => new Problem(422, { errors: [{ field: name, message }] });
