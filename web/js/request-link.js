import { call } from './api.js';
import { one } from './dom.js';
import { proof } from './proof-of-work.js';
import { attempting, onSubmit } from './submit.js';

const form = one('#link');

onSubmit(form, attempting(), async () => {
  await call('POST', '/links', { body: { mail: form.elements.mail.value.trim() }, headers: await proof() });
  form.hidden = true;
  one('#done').hidden = false;
  one('#done').focus();
});
