import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { broken } from '../js/internal/history-check.js';

/** As the server writes it: each hash is over the one before and the step's own words. */
function history(...words) {
  let previous = '';
  return words.map((why, i) => {
    const step = { number: i + 1, at: `2026-01-0${i + 1}T10:00:00Z`, who: 'system', why, state: 'SUBMITTED' };
    previous = createHash('sha256').update([previous, step.number, step.at, step.who, step.why, step.state].join('\n')).digest('hex');
    return { ...step, hash: previous };
  });
}

test('a history that nobody has touched is whole', async () => {
  assert.equal(await broken(history('eingegangen', 'gelesen', 'beantwortet')), 0);
  assert.equal(await broken([]), 0);
});

test('a changed word is found where it stands', async () => {
  const steps = history('eingegangen', 'gelesen', 'beantwortet');
  steps[1].why = 'nicht gelesen';
  assert.equal(await broken(steps), 2);
});

test('a step that was taken out is missed', async () => {
  const [first, , third] = history('eingegangen', 'gelesen', 'beantwortet');
  assert.equal(await broken([first, third]), 3);
});

test('a history that begins later is not whole', async () => {
  const steps = history('eingegangen').map((step) => ({ ...step, number: 2 }));
  steps[0].hash = createHash('sha256').update(['', 2, steps[0].at, 'system', 'eingegangen', 'SUBMITTED'].join('\n')).digest('hex');
  assert.notEqual(await broken(steps), 0);
});
