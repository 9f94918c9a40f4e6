import { createRequire } from 'node:module';

// A page to write on, with forms and storage, where there is no browser.
const tool = createRequire(new URL('../../.tools/pages/package.json', import.meta.url));
tool('@happy-dom/global-registrator').GlobalRegistrator.register({ url: 'https://starke-orte.example/' });

/** Shows this as the page. */
export function page(html) {
  document.body.innerHTML = html;
}

/** Somebody types: as the browser tells of it. */
export function type(selector, text) {
  const control = document.querySelector(selector);
  if (['checkbox', 'radio'].includes(control.type)) control.checked = text;
  else control.value = text;
  control.dispatchEvent(new Event('input', { bubbles: true }));
}
