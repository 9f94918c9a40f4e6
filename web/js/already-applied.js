import { call, Problem } from './api.js';
import { make } from './dom.js';
import { label } from './municipalities.js';

const words = {
  MEMBER: (municipality) => [
    make('strong', {}, `${label(municipality)} ist schon Mitglied.`),
    ' Einen Antrag braucht es dann nicht mehr. Fragen Sie im Rathaus, wer die Mitgliedschaft betreut. ',
    make('a', { href: `/mitglieder/${municipality.ags}/` }, 'Zum Profil der Kommune'),
  ],
  UNDER_WAY: (municipality) => [
    make('strong', {}, `Für ${label(municipality)} ist schon ein Antrag unterwegs.`),
    ' Fragen Sie im Rathaus, wer ihn gestellt hat: Diese Person kann Sie als Ansprechperson eintragen. Stimmt etwas '
      + 'nicht, schreiben Sie uns; Ihren Entwurf können Sie trotzdem weiterschreiben.',
  ],
};

/** Says at once whether somebody else was faster; where it cannot be asked, the answer comes when the application is sent. */
export async function tellWhetherTaken(place, municipality) {
  place.replaceChildren();
  place.dataset.taken = municipality.ags;
  const { state } = await call('GET', `/municipalities/${municipality.ags}`).catch((problem) => {
    if (!(problem instanceof Problem)) throw problem;
    return {};
  });
  // Meanwhile another one may have been chosen.
  if (state in words && place.dataset.taken === municipality.ags)
    place.replaceChildren(make('p', { class: 'note' }, ...words[state](municipality)));
}
