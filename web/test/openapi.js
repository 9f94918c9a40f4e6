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

/**
 * What a form's schema holds: `page` where it is an answer itself, `page.field` where it holds several.
 *
 * @param {string} schema
 */
export function properties(schema) {
  const from = lines.indexOf(`    ${schema}:`) + 1;
  const pages = [];
  for (const line of lines.slice(
    from,
    lines.findIndex((line, i) => i >= from && /^ {0,4}\w/.test(line)),
  )) {
    const [, page] = line.match(/^ {8}(\w+):/) ?? [];
    const [, field] = line.match(/^ {12,14}(\w+): \{/) ?? [];
    if (page) pages.push({ page, fields: [] });
    if (field) pages.at(-1)?.fields.push(field);
  }
  return pages.flatMap(({ page, fields }) => (fields.length ? fields.map((field) => `${page}.${field}`) : [page]));
}
