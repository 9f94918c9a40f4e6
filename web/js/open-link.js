import { call, random } from './api.js';
import { all, one } from './dom.js';
import { kept, keep } from './link-session.js';
import { newLink } from './new-link.js';
import { attempting, onSubmit } from './submit.js';

/**
 * A mailed link ends here. It is used by the button, never by the visit: programs that look into mails follow links, too, and
 * would use it up. Link and new secret stay with the tab until then, so that a reload or a lost answer costs nothing.
 */

const PENDING = 'link';
const show = (name) => {
  for (const section of all('[data-view]')) section.hidden = section.dataset.view !== name;
};

function pending() {
  const [id, link] = location.hash.slice(1).split('.');
  if (/^[0-9a-f]{32}$/.test(id) && link) {
    sessionStorage.setItem(PENDING, JSON.stringify({ id, link, secret: random(256) }));
    history.replaceState(null, '', location.pathname);
  }
  return JSON.parse(sessionStorage.getItem(PENDING));
}

/** Another link opened in the same tab changes just the fragment, which loads nothing by itself. */
addEventListener('hashchange', () => {
  if (location.hash.includes('.')) location.reload();
});

const attempt = attempting(({ status }) => {
  if (status !== 401) return false;
  show('used');
  one('[data-view=used] h1').focus();
  return true;
});

const asked = pending();
if (asked) {
  const { id, link, secret } = asked;
  onSubmit(one('#open'), attempt, async () => {
    const remember = one('#open').elements.remember.checked;
    const { state } = await call('POST', `/dossiers/${id}/sessions`, { secret: link, body: { secret, remember } });
    keep('zugang', { id, secret }, remember);
    sessionStorage.removeItem(PENDING);
    location.replace(state === 'DRAFT' ? '/antrag/' : '/vorgang/');
  });
  one('[data-again]').replaceChildren(newLink(`/dossiers/${id}/links`, link, attempt));
  one('[data-in]').hidden = kept('zugang')?.id !== id;
}
show(asked ? 'open' : 'none');
