import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folded, label, list, named, plain, search, SHOWN, whereabouts } from '../js/municipalities.js';

/** As the site has it: a line for each Kreis, and under it its municipalities. The whole list is searched by PickerTest. */
const FILE = `#09162;München;Bayern
000;München;1505005
#09575;Neustadt a.d. Aisch-Bad Windsheim;Bayern
153;Neustadt a.d. Aisch;13000
#01054;Nordfriesland;Schleswig-Holstein
086;Neukirchen;1200
#12073;Uckermark;Brandenburg
008;Angermünde;13700
#10043;Neunkirchen;Saarland
114;Neunkirchen;46500
#10046;St. Wendel;Saarland
117;St. Wendel;25900
#08111;Stuttgart;Baden-Württemberg
000;Stuttgart;626000
#03159;Göttingen;Niedersachsen
017;Hann. Münden;23500
#02000;Hamburg;Hamburg
000;Hamburg;1892000
#13075;Vorpommern-Greifswald;Mecklenburg-Vorpommern
101;Neuenkirchen;800
102;Neuenkirchen;2300`;

globalThis.fetch = async () => new Response(FILE);
const all = await list();
const found = (typed) => search(all, typed).map(({ ags }) => ags);

test('every line of the list is read with its Kreis and its Land', async () => {
  assert.equal(all.length, 11);
  const { name, district, land, population } = await named('12073008');
  assert.deepEqual([name, district, land, population], ['Angermünde', 'Uckermark', 'Brandenburg', 13_700]);
});

test('a name is folded as the server folds it', () => {
  assert.equal(plain('Großräschen'), 'grossraschen');
  for (const typed of ['Angermünde', 'Angermuende', 'ANGERMUNDE', 'Angermünde'.normalize('NFD')]) assert.equal(folded(typed), 'angermunde');
});

test('it is found however the umlaut is typed', () => {
  for (const typed of ['muenchen', 'Munchen', 'MÜNCHEN']) assert.equal(found(typed)[0], '09162000', typed);
});

test('an abbreviation is found by what it stands for, and the other way round', () => {
  assert.deepEqual(found('sankt wen'), ['10046117']);
  assert.deepEqual(found('St Wendel'), ['10046117']);
  assert.deepEqual(found('hannoversch münden'), ['03159017']);
  assert.deepEqual(found('neustadt an der aisch'), ['09575153']);
});

test('“St” alone may still become Stuttgart', () => {
  assert.deepEqual(found('st').toSorted(), ['08111000', '10046117']);
});

test('the Kreis or the Land tells names apart', () => {
  assert.deepEqual(found('neukirchen nordfriesland'), ['01054086']);
  assert.deepEqual(found('neukirchen bayern'), []);
});

test('what was typed exactly comes first, and of equals the larger one', () => {
  assert.deepEqual(found('Neuenkirchen'), ['13075102', '13075101', '10043114']);
  assert.equal(found('Neunkirchen')[0], '10043114');
});

test('a key is found by its beginning', () => {
  assert.deepEqual(found('AGS 13075101'), ['13075101']);
  assert.deepEqual(found('13075'), ['13075101', '13075102']);
});

test('nothing typed finds nothing, and never more are shown than fit', () => {
  assert.deepEqual(found('  '), []);
  assert.ok(found('n').length <= SHOWN);
});

test('no two have the same label, and what the name says already is not said again', () => {
  const labels = all.map(label);
  assert.equal(new Set(labels).size, all.length);
  assert.ok(labels.includes('Hamburg'));
  assert.ok(labels.includes('Neuenkirchen (Vorpommern-Greifswald, Mecklenburg-Vorpommern, AGS 13075101)'));
  assert.ok(labels.includes('Neunkirchen (Saarland)'));
});

test('where it lies is never empty', async () => {
  assert.equal(whereabouts(await named('02000000')), 'kreisfreie Stadt');
  assert.equal(whereabouts(await named('10046117')), 'Kreis St. Wendel, Saarland');
});
