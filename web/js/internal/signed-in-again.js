import { make } from '../dom.js';

/** Shown where somebody has signed in again for the sake of another window. */
export const signedInAgain = () => [
  make('h1', { tabindex: '-1' }, 'Sie sind wieder angemeldet'),
  make('p', {}, 'Im anderen Fenster geht es von selbst weiter. Dieses hier können Sie schließen.'),
  make('p', { class: 'actions' }, make('a', { href: '/intern/', class: 'button quiet' }, 'Hier weiterarbeiten')),
];
