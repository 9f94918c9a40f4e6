/** How far a transfer is and how fast it goes, in words. */

/** Over so long (milliseconds) the pace is taken. */
const WINDOW = 15_000;

/** @param {number} share of the whole, from 0 to 1 */
export const percent = (share) => `${Math.floor(share * 100)} %`;

/**
 * For example „noch etwa 3 Minuten“; nothing as long as nobody can tell.
 *
 * @param {number} seconds
 */
export function remaining(seconds) {
  if (!Number.isFinite(seconds)) return '';
  if (seconds < 60) return ', noch weniger als eine Minute';
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90
    ? `, noch etwa ${minutes === 1 ? 'eine Minute' : `${minutes} Minuten`}`
    : `, noch etwa ${Math.round(minutes / 60)} Stunden`;
}

/** The pace of what went lately. */
export class Pace {
  /** @type {[number, number][]} when, and how much was there then */
  #samples = [];

  /**
   * @param {number} time in milliseconds
   * @param {number} now how much is there
   * @returns {number} so much a second; not a number at first
   */
  rate(time, now) {
    this.#samples = [...this.#samples.filter(([then]) => time - then < WINDOW), [time, now]];
    const [then, before] = this.#samples[0];
    return (now - before) / ((time - then) / 1000);
  }

  /** The rate of before says nothing about what comes after a pause. */
  rest() {
    this.#samples = [];
  }
}
