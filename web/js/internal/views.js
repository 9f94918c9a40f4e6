/**
 * The views of the internal pages: whom each is for and what shows it; each is loaded when it is first needed. What is shown is
 * what the server gives this person.
 *
 * @typedef {object} View
 * @property {string[]} groups whom it is for; whoever is in none of them gets their home instead
 * @property {string} [called] what it is called until it says so itself, where no menu names it
 * @property {(at: { query: URLSearchParams, id: string, show: () => Promise<void>, go: (address: string) => Promise<void> }) => any} load
 *   its parts, from the address; `show` shows it anew, `go` shows something else
 */

/** Staff, founders, members, and at the door whoever has the list at hand. */
export const everybody = ['staff', 'founder', 'member'];

/**
 * Things with an address of their own: by the parameter that has their id. Whoever follows a link to one that is not for them is
 * told so by the server, so they are open to everybody here.
 *
 * @type {Record<string, View>}
 */
export const things = {
  vorgang: { called: 'Vorgang', groups: everybody, load: async ({ id, show }) => (await import('./dossier.js')).dossier(id, show) },
  rechnung: { called: 'Rechnung', groups: everybody, load: async ({ id, show }) => (await import('./fee.js')).fee(id, show) },
  vorauswahl: { called: 'Vorauswahl', groups: everybody, load: async ({ id, show }) => (await import('./poll.js')).poll(id, show) },
  veranstaltung: {
    called: 'Veranstaltung',
    groups: everybody,
    load: async ({ id, show, go }) => (await import('./event.js')).event(id, show, go),
  },
  aufzeichnung: {
    called: 'Aufzeichnung',
    groups: everybody,
    load: async ({ id, show, go }) => (await import('./recording.js')).recording(id, show, go),
  },
  film: { called: 'Aufzeichnung', groups: everybody, load: async ({ id }) => (await import('./library.js')).watch(id) },
  einlass: { called: 'Einlass', groups: everybody, load: async ({ id }) => (await import('./checkin.js')).checkIn(id) },
  anmeldung: {
    called: 'Anmeldung',
    groups: everybody,
    load: async ({ id, show }) => (await import('./member-registration.js')).own(id, show),
  },
  mitglied: { called: 'Mitglied', groups: everybody, load: async ({ id, show }) => (await import('./member.js')).member(id, show) },
};

/**
 * Everything else: by the parameter `ansicht`.
 *
 * @type {Record<string, View>}
 */
export const views = {
  '': { groups: ['staff'], load: async () => (await import('./board.js')).board() },
  liste: { groups: ['staff'], load: async ({ query, go }) => (await import('./dossier-list.js')).dossierList(query, go) },
  aufgaben: { groups: ['staff'], load: async ({ query, show }) => (await import('./tasks.js')).tasks(query, show) },
  suche: { called: 'Suche', groups: ['staff'], load: async () => (await import('./search.js')).search() },
  vorauswahl: { groups: ['staff', 'founder'], load: async () => (await import('./preselection.js')).polls() },
  gespraeche: { groups: ['staff', 'founder'], load: async ({ show }) => (await import('./interview-slots.js')).slots(show) },
  gruendung: { groups: ['staff'], load: async ({ show }) => (await import('./founders.js')).founders(show) },
  zahlungen: { groups: ['staff'], load: async ({ show }) => (await import('./bank.js')).bank(show) },
  veranstaltungen: { groups: everybody, load: async () => (await import('./events.js')).events() },
  'neue-veranstaltung': {
    called: 'Neue Veranstaltung',
    groups: ['staff'],
    load: async ({ go }) => (await import('./event-form.js')).creation(go),
  },
  teilnahme: { called: 'Teilnahme', groups: ['staff'], load: async () => (await import('./checkin.js')).attendance() },
  aufzeichnungen: { groups: ['staff'], load: async ({ go }) => (await import('./recordings.js')).recordings(go) },
  archiv: { groups: ['founder', 'member'], load: async () => (await import('./library.js')).library() },
  mitglieder: { groups: ['staff'], load: async () => (await import('./members.js')).members() },
  verzeichnis: { groups: ['staff', 'member'], load: async () => (await import('./profile.js')).directory() },
  profil: { groups: ['member'], load: async ({ show }) => (await import('./profile.js')).profile(show) },
};

/** @type {View} where somebody comes back who has signed in again for the sake of another window */
const signedInAgain = { groups: everybody, load: async () => (await import('./signed-in-again.js')).signedInAgain() };

/**
 * Where somebody begins, by the most that they are.
 *
 * @param {(...groups: string[]) => boolean} belongs
 */
export const home = (belongs) => (belongs('staff') ? '' : belongs('founder') ? 'vorauswahl' : 'profil');

/** @param {URLSearchParams} query */
export const thingIn = (query) => Object.keys(things).find((name) => query.has(name));

/**
 * What the address means to somebody.
 *
 * @param {URLSearchParams} query
 * @param {(...groups: string[]) => boolean} belongs whether they belong to one of these groups
 * @returns {{ view: View, id: string }}
 */
export function meant(query, belongs) {
  if (query.has('angemeldet')) return { view: signedInAgain, id: '' };
  const thing = Object.keys(things).find((name) => query.get(name));
  if (thing) return { view: things[thing], id: query.get(thing) ?? '' };
  const asked = query.get('ansicht') ?? '';
  const view = Object.hasOwn(views, asked) ? views[asked] : undefined;
  const open = view && (view.groups === everybody || belongs(...view.groups));
  return { view: open ? view : views[home(belongs)], id: '' };
}
