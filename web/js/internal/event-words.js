import { longDay, span } from '../words.js';

/** What is said of an event in the same words everywhere. */

export const kinds = {
  MEETUP: 'Digitales Treffen',
  SEMINAR: 'Seminar',
  EXPERT_TALK: 'Expertengespräch',
  PROJECT_VISIT: 'Projektbesuch',
  INSPIRATION_TRIP: 'Inspirationsreise',
  PUBLIC_EVENT: 'Öffentliche Veranstaltung',
  GENERAL: 'Veranstaltung',
};
export const audiences = { PUBLIC: 'Alle', MEMBERS: 'Nur Mitglieder' };
export const states = { DRAFT: 'Entwurf', PUBLISHED: 'veröffentlicht', CANCELLED: 'abgesagt' };

export const when = ({ start, end }) =>
  longDay(start) === longDay(end) ? `${longDay(start)}, ${span(start, end)}` : `${longDay(start)} bis ${longDay(end)}`;
