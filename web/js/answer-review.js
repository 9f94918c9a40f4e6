import { sections } from './answers.js';
import { make, one } from './dom.js';

export { lines } from './answers.js';

/** All answers of an application, as whoever decides reads them. */
export async function answered(place, answers, reading) {
  place.replaceChildren(...sections(answers, reading));
  const municipality = one('[data-field="municipality.ags"]:not(.empty)', place);
  if (municipality) municipality.textContent = await nameOf(municipality.textContent);
}

async function nameOf(ags) {
  const { label, named } = await import('./municipalities.js');
  const municipality = await named(ags);
  return municipality ? label(municipality) : ags;
}

/**
 * On paper, a page with fields is the whole application. A browser that prints waits for nothing to be fetched, so this is asked
 * for as soon as there is something to print.
 */
export function readyForPaper(answers) {
  const paper = one('.printed');
  addEventListener('beforeprint', () => {
    if (one(':is([data-page=uebersicht], [data-address]):not([hidden])')) {
      paper.replaceChildren(
        make('h1', {}, 'Ihr Antrag'),
        ...sections(answers(), { draft: true, municipality: one('[role=combobox]').value || undefined }),
      );
    }
  });
  addEventListener('afterprint', () => paper.replaceChildren());
}
