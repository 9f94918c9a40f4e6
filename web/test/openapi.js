import { readFileSync } from 'node:fs';

const lines = readFileSync(new URL('../../functions/src/main/resources/openapi.yaml', import.meta.url), 'utf8').split('\n');

/**
 * The values that the API's description lists, by the way to them.
 *
 * @param {string[]} names
 */
export function listed(...names) {
  let at = 0;
  for (const name of names) at = lines.findIndex((line, i) => i >= at && line.trimStart().startsWith(`${name}:`));
  const [, values] = lines[at]?.match(/enum: \[([^\]]*)\]/) ?? [];
  if (!values) throw new Error(`openapi.yaml lists nothing at ${names.join(' / ')}`);
  return values.split(', ');
}
