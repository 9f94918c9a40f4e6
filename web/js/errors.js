import { all, make, one } from './dom.js';

const title = document.title;

/** Shows what is wrong: a summary that takes the focus, each entry a link to its field, and the words at the field. */
export function showErrors(errors, { heading = 'Bitte prüfen Sie Ihre Angaben', linkTo = anchor } = {}) {
  clearErrors();
  const list = errors.map(({ field, message }) => make('li', {}, make('a', { href: linkTo(field) }, message)));
  const summary = make('div', { class: 'error-summary', tabindex: '-1', role: 'alert', 'aria-labelledby': 'summary-title' },
    make('h2', { id: 'summary-title' }, heading), make('ul', {}, ...list));
  one('#summary').replaceChildren(summary);
  errors.forEach(({ field, message }) => mark(field, message));
  document.title = `Fehler: ${title}`;
  summary.focus();
}

/** A refusal that belongs to no field. */
export function showProblem({ title: heading, detail }) {
  showErrors([], { heading });
  one('.error-summary').append(make('p', {}, detail));
}

export function clearErrors() {
  one('#summary').replaceChildren();
  all('.error').forEach((element) => element.remove());
  all('.invalid').forEach((element) => element.classList.remove('invalid'));
  all('[aria-invalid]').forEach((control) => {
    control.removeAttribute('aria-invalid');
    const kept = (control.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id && !id.startsWith('e-'));
    kept.length ? control.setAttribute('aria-describedby', kept.join(' ')) : control.removeAttribute('aria-describedby');
  });
  document.title = title;
}

const anchor = (field) => `#${encodeURIComponent(`f-${field}`)}`;

function mark(field, message) {
  const control = document.getElementById(`f-${field}`);
  if (!control || control.closest('[hidden]')) return;
  const group = control.type === 'radio' ? control.closest('fieldset') : control.closest('.kern-form-input, .kern-form-check') ?? control;
  const id = `e-${field}`;
  const error = make('p', { class: 'error', id }, message);
  group.classList.add('invalid');
  const described = control.type === 'radio' ? group : control;
  const before = control.type === 'radio' ? one('.kern-fieldset__body', group) : control;
  if (control.type === 'checkbox') group.before(error);
  else if (control.matches('[data-list]')) control.prepend(error);
  else before.before(error);
  control.setAttribute('aria-invalid', 'true');
  described.setAttribute('aria-describedby', `${described.getAttribute('aria-describedby') ?? ''} ${id}`.trim());
}

/** Links of the summary lead to the control itself, which a fragment alone would not focus. */
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('.error-summary a[href^="#"]');
  const control = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!control) return;
  event.preventDefault();
  control.focus();
  control.scrollIntoView({ block: 'center' });
});
