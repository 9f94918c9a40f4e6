import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Pace, percent, remaining } from '../js/internal/transfer-pace.js';

test('a share is never told as more than it is', () => {
  assert.equal(percent(0), '0 %');
  assert.equal(percent(0.999), '99 %');
  assert.equal(percent(1), '100 %');
});

test('what remains is told as roughly as it is known', () => {
  assert.equal(remaining(Number.NaN), '');
  assert.equal(remaining(Infinity), '');
  assert.equal(remaining(59), ', noch weniger als eine Minute');
  assert.equal(remaining(60), ', noch etwa eine Minute');
  assert.equal(remaining(61), ', noch etwa 2 Minuten');
  assert.equal(remaining(89 * 60), ', noch etwa 89 Minuten');
  assert.equal(remaining(90 * 60), ', noch etwa 2 Stunden');
});

test('the pace is that of the last quarter of a minute', () => {
  const pace = new Pace();
  assert.ok(Number.isNaN(pace.rate(0, 0)));
  assert.equal(pace.rate(10_000, 1000), 100);
  assert.equal(pace.rate(20_000, 5000), 400);
});

test('after a pause it begins anew', () => {
  const pace = new Pace();
  pace.rate(0, 0);
  pace.rest();
  assert.ok(Number.isNaN(pace.rate(1000, 500)));
  assert.equal(pace.rate(2000, 600), 100);
});
