import assert from 'node:assert/strict';
import { test } from 'node:test';
import { page } from './browser.js';
import { serve } from './server.js';

const line = (municipality, submittedAt, changedAt) => ({
  id: municipality,
  municipality,
  submittedAt,
  changedAt,
  state: 'SUBMITTED',
  reference: 'SO',
  contact: 'Anna',
});
const dossiers = [
  line('Ölbronn', '2026-01-03', '2026-02-01'),
  line('Angermünde', '2026-01-01', '2026-02-03'),
  line('Zeitz', '2026-01-02', '2026-02-02'),
];
let list = { dossiers };
const asked = serve(({ path }) => ({ body: path === '/settings.json' ? {} : list }));
const { dossierList } = await import('../js/internal/dossier-list.js');

/** The list as this address shows it. */
async function show(query, words = '') {
  location.hash = words && `#${new URLSearchParams({ suche: words })}`;
  const went = [];
  page('');
  document.body.append(...(await dossierList(new URLSearchParams(query), (address) => went.push(address))));
  return {
    went,
    names: [...document.querySelectorAll('tbody th')].map((it) => it.textContent),
    path: asked.at(-1).path,
    headers: asked.at(-1).headers,
  };
}

test('the server sorts and filters by what the address says, and by nothing else', async () => {
  const { path, names } = await show('?ansicht=liste&state=SUBMITTED&sort=municipality&direction=up&name=anna');
  assert.equal(path, '/api/staff/dossiers?state=SUBMITTED&sort=municipality&direction=up');
  assert.deepEqual(names, ['Ölbronn', 'Angermünde', 'Zeitz']);
});

test('words that may name a person travel in a header', async () => {
  const { path, headers } = await show('?ansicht=liste', 'Anna Müller');
  assert.equal(path, '/api/staff/dossiers?');
  assert.equal(headers.search, 'Anna%20M%C3%BCller');
});

test('what words have found is sorted here, in German order', async () => {
  assert.deepEqual((await show('?sort=municipality&direction=up', 'a')).names, ['Angermünde', 'Ölbronn', 'Zeitz']);
  assert.deepEqual((await show('?sort=submitted&direction=down', 'a')).names, ['Ölbronn', 'Zeitz', 'Angermünde']);
  assert.deepEqual((await show('', 'a')).names, ['Angermünde', 'Zeitz', 'Ölbronn']);
});

test('more than one page of found ones keeps the order of the found word, and says so', async () => {
  list = { dossiers, next: 'weiter' };
  const { names } = await show('?sort=municipality&direction=up', 'a');
  assert.deepEqual(names, ['Ölbronn', 'Angermünde', 'Zeitz']);
  assert.match(document.body.textContent, /Suchen Sie genauer/);
  assert.ok([...document.querySelectorAll('a')].some((it) => it.getAttribute('href').endsWith('#suche=a&nach=weiter')));
  list = { dossiers };
});

test('a filter goes into the address, the words into its fragment', async () => {
  const { went } = await show('?ansicht=liste&sort=changed');
  const form = document.querySelector('form');
  form.elements.q.value = ' Anna ';
  form.elements.state.value = 'MEMBER';
  form.dispatchEvent(new Event('submit', { cancelable: true }));
  assert.deepEqual(went, ['?ansicht=liste&sort=changed&state=MEMBER#suche=Anna']);
});

test('the sorted column is told to screen readers, and its link turns the order', async () => {
  await show('?sort=municipality&direction=up');
  const column = document.querySelector('[aria-sort=ascending]');
  assert.match(column.querySelector('a').getAttribute('href'), /direction=down/);
});
