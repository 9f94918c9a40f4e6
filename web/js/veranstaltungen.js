import { all, one } from './dom.js';

/** Shows the events of one topic; without this script all of them stand there. */
const choice = one('#thema');
if (choice) {
  choice.closest('p').hidden = false;
  choice.addEventListener('change', () => {
    const events = all('[data-topics]');
    events.forEach((event) => { event.hidden = Boolean(choice.value) && !event.dataset.topics.split('|').includes(choice.value); });
    all('main section').forEach((section) => { section.hidden = all('[data-topics]', section).length > 0 && all('[data-topics]:not([hidden])', section).length === 0; });
    const found = events.filter(({ hidden }) => !hidden).length;
    one('#gefunden').textContent = found === 1 ? '1 Veranstaltung' : `${found} Veranstaltungen`;
  });
}
