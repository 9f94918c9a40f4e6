import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { everybody, home, meant, thingIn, things, views } from '../js/internal/views.js';

const belongingTo =
  (...groups) =>
  (...some) =>
    some.some((group) => groups.includes(group));
const shown = (address, ...groups) => meant(new URLSearchParams(address), belongingTo(...groups));

test('each view names its groups', () => {
  for (const [name, { groups }] of Object.entries({ ...things, ...views })) {
    assert.ok(groups.length > 0 && groups.every((group) => everybody.includes(group)), name);
  }
});

test('what only the office works with names the office alone', () => {
  const office = Object.keys(views).filter((name) => views[name].groups.join() === 'staff');
  assert.deepEqual(office.toSorted(), [
    '',
    'aufgaben',
    'aufzeichnungen',
    'gruendung',
    'liste',
    'mitglieder',
    'neue-veranstaltung',
    'suche',
    'teilnahme',
    'zahlungen',
  ]);
});

test('no view but the events is for everybody', () => {
  const open = Object.keys(views).filter((name) => everybody.every((group) => views[name].groups.includes(group)));
  assert.deepEqual(open, ['veranstaltungen']);
});

test('everybody begins where they have something to do', () => {
  assert.equal(home(belongingTo('staff', 'founder')), '');
  assert.equal(home(belongingTo('founder', 'member')), 'vorauswahl');
  assert.equal(home(belongingTo('member')), 'profil');
  assert.equal(home(belongingTo()), 'profil');
});

for (const [group, begins] of [
  ['staff', ''],
  ['founder', 'vorauswahl'],
  ['member', 'profil'],
]) {
  test(`whoever is ${group} sees a view that is for them, and their home instead of any other`, () => {
    for (const [name, view] of Object.entries(views)) {
      const expected = view.groups.includes(group) ? view : views[begins];
      assert.equal(shown(`?ansicht=${name}`, group).view, expected, name);
    }
    assert.equal(shown('', group).view, views[begins]);
    assert.equal(shown('?ansicht=gibtesnicht', group).view, views[begins]);
    assert.equal(shown('?ansicht=constructor', group).view, views[begins]);
  });
}

test('a thing is shown by its id, whatever else the address says', () => {
  for (const name of Object.keys(things)) {
    assert.deepEqual(shown(`?${name}=id-1&ansicht=liste`, 'staff'), { view: things[name], id: 'id-1' });
    assert.equal(thingIn(new URLSearchParams(`?${name}=id-1`)), name);
  }
});

test('a list at the door is shown to whoever has it at hand, also without a session', () => {
  assert.equal(shown('?einlass=id-1').view, things.einlass);
});

test('whoever comes back from signing in again in another window is told to go on there', () => {
  assert.equal(Object.values({ ...things, ...views }).includes(shown('?angemeldet', 'staff').view), false);
});

test('the menu offers each group just what is for them', () => {
  const menu = readFileSync(new URL('../pages/intern.jte', import.meta.url), 'utf8').matchAll(
    /<li data-for="([^"]+)"><a href="\/intern\/(?:\?ansicht=([^"]+))?"/g,
  );
  const entries = [...menu].map(([, groups, name = '']) => [name, groups.split(' ')]);
  assert.ok(entries.length > 10);
  for (const [name, groups] of entries) for (const group of groups) assert.ok(views[name].groups.includes(group), `${name} for ${group}`);
});
