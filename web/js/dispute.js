import { newKey, once, Problem } from './api.js';
import { make, one } from './dom.js';
import { draft } from './draft.js';
import { showProblem } from './errors.js';
import { day } from './words.js';

/** Somebody else has applied for this municipality: a way out, in the place where that is told. */
const key = newKey();

/** @param body the refusal */
export function offerDispute(body) {
  showProblem(body);
  const button = make('button', { type: 'button', class: 'button quiet' }, 'Unsere Kommune hat keinen Antrag gestellt');
  const way = make(
    'div',
    { class: 'flow' },
    make(
      'p',
      {},
      'Weiß im Rathaus niemand davon? Dann melden Sie es der Geschäftsstelle. Sie fragt nach, wer für Ihre Kommune '
        + 'spricht, und entscheidet. Von beiden Anträgen erfährt sie die Namen und E-Mail-Adressen.',
    ),
    make('p', { class: 'actions' }, button),
  );
  button.addEventListener('click', async () => {
    if (button.ariaDisabled === 'true') return;
    button.ariaDisabled = 'true';
    try {
      const { keptUntil } = await once(key, 'POST', `/drafts/${draft.id}/dispute`, draft);
      told(keptUntil);
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      showProblem(problem.body);
    } finally {
      button.ariaDisabled = null;
    }
  });
  one('.error-summary').append(way);
}

function told(keptUntil) {
  const note = make(
    'div',
    { class: 'note flow', tabindex: '-1', role: 'status' },
    make('h2', {}, 'Die Geschäftsstelle weiß Bescheid'),
    make(
      'p',
      {},
      'Sie fragt im Rathaus nach und meldet sich in den nächsten Tagen bei Ihnen. Bis dahin ist nichts entschieden: '
        + 'Der andere Antrag läuft weiter.',
    ),
    make(
      'p',
      {},
      `Ihr Entwurf bleibt bis zum ${day(keptUntil)} gespeichert. Entscheidet die Geschäftsstelle für Sie, öffnen Sie `
        + 'ihn wieder und senden ihn hier ab.',
    ),
  );
  one('#summary').replaceChildren(note);
  note.focus();
}
