import { call } from './api.js';
import { make } from './dom.js';

/**
 * A new link with one click, to the mailbox that the old one went to.
 *
 * @param path where to ask for it
 * @param secret of the link or session that opens nothing any more
 * @param attempt shows what went wrong
 */
export function newLink(path, secret, attempt) {
  const button = make('button', { type: 'button', class: 'button' }, 'Neuen Link schicken');
  const answer = make('p', { role: 'status' });
  button.addEventListener('click', () =>
    attempt(async () => {
      await call('POST', path, { secret });
      button.remove();
      answer.textContent =
        'Gehört der Link zu einer Adresse, die wir kennen, ist der neue in wenigen Minuten dort im Postfach. Sehen Sie '
        + 'auch im Spam-Ordner nach.';
    }),
  );
  return make('div', { class: 'flow' }, button, answer);
}
