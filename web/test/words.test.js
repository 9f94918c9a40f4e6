import assert from 'node:assert/strict';
import { test } from 'node:test';
import { day, euros, longDay, shortDay, size, span } from '../js/words.js';

test('days are those in Germany, whatever the clock of the computer says', () => {
  assert.equal(day('2026-12-31T23:30:00Z'), '1. Januar 2027');
  assert.equal(day('2026-06-30T22:30:00Z'), '1. Juli 2026');
  assert.equal(longDay('2026-12-03T13:00:00Z'), 'Donnerstag, 3. Dezember 2026');
});

test('a date without a time is that date', () => {
  assert.equal(day('2026-12-31'), '31. Dezember 2026');
  assert.equal(shortDay('2026-03-29'), '29.03.2026');
});

test('times are told over the change to summer time', () => {
  assert.equal(span('2026-12-03T13:00:00Z', '2026-12-03T13:30:00Z'), '14:00–14:30 Uhr');
  assert.equal(span('2026-07-03T13:00:00Z', '2026-07-03T13:30:00Z'), '15:00–15:30 Uhr');
});

test('sums are written with a comma and their currency', () => {
  assert.equal(euros(10_000).replace(/\s/g, ' '), '100,00 €');
  assert.equal(euros(-5).replace(/\s/g, ' '), '-0,05 €');
  assert.equal(euros(123_456_789).replace(/\s/g, ' '), '1.234.567,89 €');
});

test('sizes are told in the unit that reads well, never as nothing', () => {
  assert.equal(size(1), '1 KB');
  assert.equal(size(999_999), '1.000 KB');
  assert.equal(size(1_500_000), '1,5 MB');
});
