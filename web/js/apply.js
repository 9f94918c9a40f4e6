import { fromAnotherTab, keep, kept } from './link-session.js';

/** The application's first view. The form itself comes when somebody begins it or comes back to it. */
const NAME = 'zugang';

async function comesBack() {
  if (location.search || kept(NAME) || sessionStorage.getItem('antrag.neu')) return true;
  const session = await fromAnotherTab(NAME);
  if (session) keep(NAME, session);
  return session !== null;
}

if (await comesBack()) await import('./application-form.js');
else document.querySelector('[data-page=start]')?.removeAttribute('hidden');
