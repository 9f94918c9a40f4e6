import { all, one } from './dom.js';

/** Shows the events of one kind or topic; without this script all of them stand there. */
const filter = one('.filter');
if (filter) {
  const [kind, topic] = all('select', filter);
  filter.hidden = false;
  filter.addEventListener('change', () => {
    const events = all('[data-kind]');
    events.forEach((event) => {
      event.hidden =
        (Boolean(kind.value) && event.dataset.kind !== kind.value)
        || (Boolean(topic.value) && !event.dataset.topics.split('|').includes(topic.value));
    });
    all('.month').forEach((month) => {
      month.hidden = all('[data-kind]:not([hidden])', month).length === 0;
    });
    const found = events.filter(({ hidden }) => !hidden).length;
    one('#gefunden').textContent = found === 1 ? '1 Veranstaltung' : `${found} Veranstaltungen`;
  });
}
