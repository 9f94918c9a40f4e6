import { Problem } from './api.js';
import { watch } from './stall-watch.js';

const lost = new Problem(0, { title: 'Keine Verbindung', detail: 'Die Verbindung ist abgebrochen.' });

/**
 * Sends a file straight to the store, by the form that the server signed for it.
 *
 * @param {File} file
 * @param {{ url: string, fields: { name: string, value: string }[] }} upload
 * @param {(share: number) => void} progress is told the share that has been sent
 * @param {(request: XMLHttpRequest) => void} begun is given the request, which can be aborted
 * @param {(seconds: number) => void} quiet is told for how long nothing has arrived; what stalls for long is given up as lost
 * @returns {Promise<void>}
 */
export function transfer(file, { url, fields }, progress, begun = () => {}, quiet = () => {}) {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    for (const { name, value } of fields) form.append(name, value);
    form.append('file', file);
    const request = new XMLHttpRequest();
    begun(request);
    watch(request, quiet);
    request.upload.addEventListener('progress', ({ loaded, total }) => progress(loaded / total));
    request.addEventListener('load', () =>
      request.status < 300
        ? resolve()
        : reject(
            request.status >= 500
              ? lost
              : new Problem(request.status, {
                  title: 'Das hat nicht geklappt',
                  detail: 'Der Speicher hat die Datei abgelehnt. Wählen Sie sie bitte noch einmal aus.',
                }),
          ),
    );
    for (const event of ['error', 'abort', 'timeout']) request.addEventListener(event, () => reject(lost));
    request.open('POST', url);
    request.send(form);
  });
}
