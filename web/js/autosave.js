import { Problem } from './api.js';
import { draft, isCorrecting, save, unsaved } from './draft.js';

/** Between two saves of somebody who goes on typing, and after one that failed; in milliseconds. */
const PAUSE = 4000;
const AFTER_FAILURE = 15_000;

const clock = (time) => new Date(time).toLocaleTimeString('de', { hour: '2-digit', minute: '2-digit' });

/** What a failed save means to somebody who is typing; the page itself explains when they save. */
const words = {
  0: 'Keine Verbindung. Noch nicht gespeichert; wir versuchen es weiter.',
  401: 'Noch nicht gespeichert: Sie sind hier nicht mehr angemeldet.',
  409: 'Noch nicht gespeichert: Jemand anderes hat diesen Abschnitt geändert. Mit „Speichern“ vergleichen Sie beide Fassungen.',
  422: 'Noch nicht gespeichert: Eine Angabe ist noch nicht vollständig.',
};

/**
 * Once there is a draft, what is typed is saved every few seconds, and when the page is left or put aside.
 *
 * @param status where it is said, politely: the text changes once a minute at most
 * @returns to be called when something was typed
 */
export function autosave(status) {
  let timer;
  const say = (text) => {
    if (status.textContent !== text) status.textContent = text;
  };
  const waits = () => draft.id && draft.state === 'DRAFT' && !isCorrecting() && unsaved().some((name) => name !== 'contacts');

  async function run() {
    clearTimeout(timer);
    timer = undefined;
    if (!waits()) return;
    try {
      await save({ quietly: true });
      say(
        unsaved().includes('contacts')
          ? 'Ansprechpersonen speichern Sie mit „Speichern und weiter“.'
          : `Gespeichert um ${clock(draft.savedAt)}`,
      );
      if (waits()) plan(PAUSE);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      say(words[problem.status] ?? words[0]);
      if (problem.status === 0 || problem.status >= 500) plan(AFTER_FAILURE);
    }
  }
  const plan = (pause) => {
    timer ??= setTimeout(run, pause);
  };

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') run();
  });
  addEventListener('pagehide', run);
  addEventListener('beforeunload', (event) => {
    if (unsaved().includes('contacts') && !isCorrecting()) event.preventDefault();
  });
  return () => plan(PAUSE);
}
