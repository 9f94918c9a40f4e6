import { call, proof } from './api.js';
import { one } from './dom.js';
import { clearErrors, showErrors, showProblem } from './errors.js';

const form = one('#link');

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = one('button', form);
  if (button.ariaDisabled === 'true') return;
  button.ariaDisabled = 'true';
  try {
    await call('POST', '/links', { body: { mail: form.elements.mail.value.trim() }, headers: await proof() });
    clearErrors();
    form.hidden = true;
    one('#done').hidden = false;
    one('#done').focus();
  } catch (problem) {
    if (!problem.body) throw problem;
    if (problem.body.errors) showErrors(problem.body.errors);
    else showProblem(problem.body);
  } finally {
    button.ariaDisabled = null;
  }
});
