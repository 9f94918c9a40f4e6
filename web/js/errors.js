import { all, make, one } from './dom.js';

const mark = 'Fehler: ';

/**
 * Shows what is wrong: a summary that takes the focus, each entry a link to its field, and the words at the field.
 *
 * @param {{ field: string, message: string }[]} errors
 * @param {object} options
 * @param {string} [options.heading]
 * @param {(field: string) => string} [options.linkTo]
 * @param {boolean} [options.calm] whether nothing is wrong and something is just left to do
 */
export function showErrors(errors, { heading = 'Bitte prüfen Sie Ihre Angaben', linkTo = anchor, calm = false } = {}) {
  clearErrors();
  // What went well earlier does not stay above what did not.
  one('#notice')?.replaceChildren();
  const list = errors.map(({ field, message }) => make('li', {}, make('a', { href: linkTo(field) }, message)));
  const summary = make(
    'div',
    {
      class: calm ? 'error-summary calm' : 'error-summary',
      tabindex: '-1',
      role: calm ? 'group' : 'alert',
      'aria-labelledby': 'summary-title',
    },
    make('h2', { id: 'summary-title' }, heading),
    make('ul', {}, ...list),
  );
  one('#summary').replaceChildren(summary);
  errors.forEach(({ field, message }) => tellAt(field, message, calm));
  if (!calm) document.title = mark + document.title;
  summary.focus();
}

/**
 * A refusal that belongs to no field.
 *
 * @param {import('./api.js').ProblemBody} body
 */
export function showProblem({ title: heading, detail = '' }) {
  showErrors([], { heading });
  one('.error-summary').append(make('p', {}, detail));
}

export function clearErrors() {
  one('#summary').replaceChildren();
  all('.error').forEach((element) => element.remove());
  all('.invalid, .unfinished').forEach((element) => element.classList.remove('invalid', 'unfinished'));
  all('[aria-invalid]').forEach((control) => control.removeAttribute('aria-invalid'));
  all('[aria-describedby]').forEach((element) => {
    const kept = element
      .getAttribute('aria-describedby')
      .split(' ')
      .filter((id) => id && !id.startsWith('e-'));
    kept.length ? element.setAttribute('aria-describedby', kept.join(' ')) : element.removeAttribute('aria-describedby');
  });
  document.title = document.title.replace(mark, '');
}

const anchor = (field) => `#${encodeURIComponent(`f-${field}`)}`;

function tellAt(field, message, calm) {
  const control = document.getElementById(`f-${field}`);
  if (!control || control.closest('[hidden]')) return;
  const group = control.type === 'radio' ? control.closest('fieldset') : (control.closest('.kern-form-input, .kern-form-check') ?? control);
  const id = `e-${field}`;
  const error = make('p', { class: calm ? 'error calm' : 'error', id }, message);
  group.classList.add(calm ? 'unfinished' : 'invalid');
  const described = control.type === 'radio' ? group : control;
  const before = control.type === 'radio' ? one('.kern-fieldset__body', group) : control;
  if (control.type === 'checkbox') group.before(error);
  else if (control.matches('[data-list]')) control.prepend(error);
  else before.before(error);
  if (!calm) control.setAttribute('aria-invalid', 'true');
  described.setAttribute('aria-describedby', `${described.getAttribute('aria-describedby') ?? ''} ${id}`.trim());
}

/** Links of the summary lead to the control itself, which a fragment alone would not focus. */
document.addEventListener('click', (event) => {
  const link = event.target?.closest?.('.error-summary a[href^="#"]');
  const control = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!control) return;
  event.preventDefault();
  control.focus();
  control.scrollIntoView({ block: 'center' });
});
