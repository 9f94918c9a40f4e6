import { folded, plain } from './folding.js';

export { folded, plain };

/** The official list of municipalities: how it is read, what each is called, and how one is found in it. */

/** As many are shown, at most. */
export const SHOWN = 12;
let all;

/** Fetched when somebody first needs it. */
export async function list() {
  all ??= fetch('/data/gemeinden.csv')
    .then((response) => response.text())
    .then(read);
  return all;
}

export const named = async (ags) => (await list()).find((municipality) => municipality.ags === ags);

/** A line for each Kreis, „#key;name;Land“, and under it its municipalities, „rest of the AGS;name;population“. */
function read(text) {
  const municipalities = [];
  let [key, district, land, there] = ['', '', '', /** @type {string[]} */ ([])];
  let names = new Map();
  for (const line of text.split('\n')) {
    const [first, second, third] = line.split(';');
    if (first.startsWith('#')) {
      [key, district, land, there] = [first.slice(1), second, third, words(`${second} ${third}`)];
      names = new Map();
    } else {
      /** @type {any} */
      const municipality = {
        ags: key + first,
        name: second,
        district,
        land,
        population: Number(third),
        plain: plain(second),
        words: words(second),
        there,
      };
      municipality.joined = together(municipality.words);
      municipality.twins = names.get(second) ?? [];
      names.set(second, municipality.twins);
      municipality.twins.push(municipality);
      municipalities.push(municipality);
    }
  }
  return municipalities;
}

const distinction = ({ ags, twins }) => twins.length > 1 && `AGS ${ags}`;

/** Name, Kreis and Land, as the server has it (Municipality.label); no two have the same. */
export function label(municipality) {
  const { name, district, land } = municipality;
  const where = [district, land, distinction(municipality)].filter((part) => part && part !== name).join(', ');
  return where ? `${name} (${where})` : name;
}

/** Where it lies: never empty, because a line of the list says it beside the name. */
export function whereabouts(municipality) {
  const { ags, name, district, land } = municipality;
  const kreis = district !== name ? district : ags.endsWith('000') ? 'kreisfreie Stadt' : `Kreis ${district}`;
  return [kreis, land !== name && land, distinction(municipality)].filter(Boolean).join(', ');
}

const abbreviated = { 'st.': 'sankt', st: 'sankt', 'hl.': 'heiligen', hl: 'heiligen' };

/** Folded words; an abbreviation keeps its full stop. */
const words = (text) => (folded(text).match(/[\p{L}\p{N}]+\.?/gu) ?? []).map((word) => abbreviated[word] ?? word);

/** For those who leave out blanks and hyphens. */
const together = (all) => folded(all.join('').replaceAll('.', ''));

/** While „st“ is the last that was typed, it may become „Stuttgart“ or „St. Wendel“. */
function typedWords(text) {
  const typed = words(text).map((word) => word.replace('.', ''));
  if (/(^|[^\p{L}\p{N}])st$/iu.test(text)) typed[typed.length - 1] = 'st';
  return typed;
}

/** Whether a typed word begins a word of the name. */
const begins = (word, typed) => word.startsWith(typed) || (typed === 'st' && word === 'sankt');

/** Whether it is what a word of the name abbreviates: „Hann.“ is found by „Hannoversch“; „a.“ and „d.“ stand for short words. */
const unfolds = (word, typed) => word.endsWith('.') && typed.startsWith(word.slice(0, -1)) && (word.length > 3 || typed.length < 5);

/** Whether all typed words stand there in their order; others between them do not matter. */
function inOrder(there, typed) {
  let at = 0;
  for (const word of there) if (at < typed.length && (begins(word, typed[at]) || unfolds(word, typed[at]))) at += 1;
  return at === typed.length;
}

/** Exact name, beginning of the name, beginning of one of its words, inside; as it was typed before as it may be meant. */
function rank(municipality, typed, wanted, joined) {
  const { words: name, joined: whole, plain: exactly, there } = municipality;
  if (exactly === wanted) return 0;
  if (whole === joined) return 1;
  if (exactly.startsWith(wanted)) return 2;
  if (whole.startsWith(joined)) return 3;
  const first = name.findIndex((word, at) => begins(word, typed[0]) || (at === 0 && unfolds(word, typed[0])));
  if (first >= 0 && inOrder([...name.slice(first), ...there], typed)) return first === 0 ? 4 : 5;
  return joined.length > 2 && whole.includes(joined) ? 6 : undefined;
}

/** Best first, the larger one of equals; a key is found by its beginning. */
export function search(municipalities, text) {
  const typed = typedWords(text);
  if (typed.length === 0) return [];
  const key = /^(?:ags\s*)?(\d+)$/i.exec(text.trim())?.[1];
  if (key) return municipalities.filter(({ ags }) => ags.startsWith(key)).slice(0, SHOWN);
  const wanted = plain(text.trim());
  const joined = together(typed);
  return municipalities
    .map((municipality) => [rank(municipality, typed, wanted, joined), municipality])
    .filter(([found]) => found !== undefined)
    .sort(([a, x], [b, y]) => a - b || y.population - x.population)
    .slice(0, SHOWN)
    .map(([, municipality]) => municipality);
}
