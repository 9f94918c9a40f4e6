import { go, show } from './application-pages.js';
import { address, pageOf } from './application-sections.js';
import { one } from './dom.js';
import { adopt, conflicts, draft } from './draft.js';
import { showErrors, showProblem } from './errors.js';
import { newLink } from './new-link.js';
import { attempting } from './submit.js';

/** What the page shows when the server refuses what it was sent. */
export function refuse(problem, form) {
  const { status, body } = problem;
  if (status === 409 && body.type.endsWith('#inzwischen-geaendert')) return meet(body.current);
  if (status === 409 && body.type.endsWith('#schon-gesendet')) {
    location.href = '/vorgang/';
    return;
  }
  if (status === 409 && body.type.endsWith('#schon-unterwegs')) {
    import('./dispute.js').then(({ offerDispute }) => offerDispute(body));
    return;
  }
  if (status === 401) return showLinkVoid(body);
  if (!body.errors) return showProblem(body);
  const here = form.dataset.page;
  showErrors(body.errors, {
    linkTo: (field) =>
      field === 'declaration' || pageOf(field) === here ? `#${encodeURIComponent(`f-${field}`)}` : `?seite=${address(pageOf(field))}`,
  });
}

function showLinkVoid(body) {
  showProblem({
    ...body,
    detail:
      'Was Sie getippt haben, bleibt in diesem Fenster. Öffnen Sie einen neuen Link aus Ihrem Postfach, in diesem oder '
      + 'einem anderen Fenster, dann geht es hier weiter.',
  });
  one('.error-summary').append(newLink(`/dossiers/${draft.id}/links`, draft.secret, attempting()));
}

/** Somebody else was quicker: where both wrote, both texts are shown; elsewhere theirs is read once more. */
function meet(theirs) {
  adopt(theirs);
  if (conflicts().length > 0) return show('konflikt');
  go('pruefen');
  one('#notice').textContent = 'Jemand anderes hat inzwischen etwas gespeichert. Lesen Sie die Antworten bitte noch einmal.';
}
