/** How words are compared that people type in different ways: as the server does it (GermanFormat). */

/** Lower case, without accents, ß as ss. */
export const plain = (text) => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');

/** The same for those who type ä as ae, a or ä. */
export const folded = (text) => plain(text).replace(/([aou])e+/g, '$1');
