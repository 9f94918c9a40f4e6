import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { page } from './browser.js';
import { serve } from './server.js';

const members = [
  { ags: '12073008', municipality: 'Angermünde', land: 'Brandenburg' },
  { ags: '14521410', municipality: 'Neukirchen/Erzgebirge', land: 'Sachsen' },
  { ags: '09471154', municipality: 'Lisberg', land: 'Bayern' },
];
const answers = {
  '/settings.json': {},
  '/api/staff/members': { members },
  '/api/staff/events': { events: [] },
  '/api/staff/bank/invoices': { invoices: [] },
  '/api/staff/bank': { open: [{ dossier: 'd', municipality: 'Herzberg (Elster)', number: 'R-2026-7', reference: 'SO-7' }] },
  '/api/staff/dossiers': {
    dossiers: [],
    near: [{ id: 'd1', municipality: 'Marktleuthen', state: 'SUBMITTED', reference: 'SO-1', contact: 'Anna', submittedAt: '2026-01-01' }],
  },
};
let asked = serve(({ path }) => ({ body: answers[path] }));
const { search } = await import('../js/internal/search.js');

/** What is found in a section, and what it says. */
async function found(words, section) {
  location.hash = `#${new URLSearchParams({ suche: words })}`;
  page('');
  document.body.append(...(await search()));
  const shown = [...document.querySelectorAll('section')].find((it) => it.querySelector('h2').textContent.startsWith(section));
  return { names: [...shown.querySelectorAll('a')].map((it) => it.textContent), text: shown.textContent };
}

beforeEach(() => {
  asked = serve(({ path }) => ({ body: answers[path] }));
});

test('one letter is too little to search for', async () => {
  location.hash = '#suche=a';
  assert.equal((await search())[1].textContent.startsWith('Geben Sie oben mindestens zwei Zeichen ein'), true);
  assert.equal(asked.length, 0);
});

test('every word must be there, in whichever field', async () => {
  assert.deepEqual((await found('angermuende brandenburg', 'Mitglieder')).names, ['Angermünde']);
  assert.deepEqual((await found('angermuende sachsen', 'Mitglieder')).names, []);
});

test('one typing error is forgiven, and it is said that the word was not found as it was typed', async () => {
  for (const typed of ['lisbreg', 'lisbrg', 'lissberg', 'lusberg']) {
    const { names, text } = await found(typed, 'Mitglieder');
    assert.deepEqual(names, ['Lisberg'], typed);
    assert.match(text, /ähnlich geschrieben/);
  }
  assert.deepEqual((await found('lusbreg', 'Mitglieder')).names, []);
});

test('short words must stand there as they were typed', async () => {
  assert.deepEqual((await found('lusb', 'Mitglieder')).names, []);
});

test('what the server found by a similar word is told as such', async () => {
  assert.match((await found('marktleuten', 'Vorgänge')).text, /Genau so nicht gefunden/);
});

test('open invoices are found by their number', async () => {
  assert.deepEqual((await found('r-2026-7', 'Rechnungen')).names, ['Herzberg (Elster)']);
});

test('what is searched for stands in no address that the server logs', async () => {
  await found('anna muster', 'Vorgänge');
  assert.ok(asked.every(({ path }) => !path.includes('anna')));
  assert.equal(asked[0].headers.search, 'anna%20muster');
});
