import { call, Problem } from './api.js';
import { make } from './dom.js';
import { day } from './words.js';

/** Printing takes a few seconds; what takes longer comes by mail. */
const LOOK_AGAIN = [1000, 1000, 2000, 3000, 5000, 5000, 10_000, 10_000, 20_000];

/**
 * Offers what was sent as PDFs, the newest first, as soon as they are printed. They have no address of their own: a link that
 * lives a minute is asked for when one is wanted.
 */
export async function showCopies(place, draft, dossier, looks = 0) {
  const { copies, corrections } = dossier ?? (await read(draft));
  place.replaceChildren(
    ...copies
      .toReversed()
      .map(({ number, at }) =>
        make('p', {}, button(place, draft, number), number > 1 ? ` berichtigt am ${day(at)}` : ` gesendet am ${day(at)}`),
      ),
    copies.length > corrections.length
      ? ''
      : make(
          'p',
          { class: 'mute' },
          copies.length
            ? 'Die berichtigte Fassung als PDF ist gleich da.'
            : 'Ihr Antrag als PDF ist gleich da; er kommt auch mit der Bestätigung per E-Mail.',
        ),
  );
  if (copies.length <= corrections.length && looks < LOOK_AGAIN.length)
    setTimeout(() => showCopies(place, draft, undefined, looks + 1), LOOK_AGAIN[looks]);
}

/** Nothing to show is better than an alarm: the paper comes by mail, too. */
const read = (draft) =>
  call('GET', `/dossiers/${draft.id}`, draft).catch((problem) => {
    if (!(problem instanceof Problem)) throw problem;
    return { copies: [], corrections: [] };
  });

function button(place, draft, number) {
  const it = make(
    'button',
    { type: 'button', class: 'link-button' },
    number > 1 ? `Ihr Antrag, Fassung ${number} (PDF)` : 'Ihr Antrag (PDF)',
  );
  it.addEventListener('click', async () => {
    try {
      location.href = (await call('GET', `/dossiers/${draft.id}/copies/${number}`, draft)).url;
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      place.append(make('p', { role: 'alert' }, problem.message));
    }
  });
  return it;
}
