import assert from 'node:assert/strict';
import { test } from 'node:test';
import { call, once, Problem, random, text } from '../js/api.js';
import { offline, serve } from './server.js';

test('a call goes below the API, says who asks, and gives what the server answers', async () => {
  const asked = serve(() => ({ body: { reference: 'SO-1' } }));
  assert.deepEqual(await call('POST', '/drafts', { body: { answers: {} }, secret: 'geheim' }), { reference: 'SO-1' });
  assert.deepEqual(asked, [
    {
      method: 'POST',
      path: '/api/drafts',
      body: { answers: {} },
      headers: { 'content-type': 'application/json', authorization: 'Bearer geheim' },
    },
  ]);
});

test('a refusal is a problem with its status and its words', async () => {
  serve(() => ({ status: 422, body: { title: 'Bitte prüfen', errors: [{ field: 'name', message: 'Fehlt.' }] } }));
  await assert.rejects(
    call('PUT', '/me'),
    (problem) =>
      problem instanceof Problem
      && problem.status === 422
      && problem.body.title === 'Bitte prüfen'
      && problem.body.errors[0].field === 'name',
  );
});

test('a refusal without words says at least that it can be tried again', async () => {
  serve(() => ({ status: 500 }));
  await assert.rejects(
    call('GET', '/me'),
    (problem) => problem.body.title === 'Das hat nicht geklappt' && problem.message.includes('noch einmal'),
  );
});

test('what never arrives is a problem without a status', async () => {
  serve(offline);
  await assert.rejects(call('GET', '/me'), (problem) => problem instanceof Problem && problem.status === 0);
});

test('what has an effect is tried twice with the same key, so that it happens once', async () => {
  for (const failing of [offline, () => ({ status: 503 })]) {
    const asked = serve((_, number) => (number === 1 ? failing() : { body: { id: 'a' } }));
    assert.deepEqual(await once('schluessel', 'POST', '/drafts', { headers: { altcha: 'x' } }), { id: 'a' });
    assert.equal(asked.length, 2);
    for (const { headers } of asked) assert.deepEqual([headers['idempotency-key'], headers.altcha], ['schluessel', 'x']);
  }
});

test('what is refused is not tried again', async () => {
  const asked = serve(() => ({ status: 409 }));
  await assert.rejects(once('schluessel', 'POST', '/drafts'), { status: 409 });
  assert.equal(asked.length, 1);
});

test('a second failure is told', async () => {
  const asked = serve(offline);
  await assert.rejects(once('schluessel', 'POST', '/drafts'), { status: 0 });
  assert.equal(asked.length, 2);
});

test('bytes become text that may stand in an address', () => {
  assert.equal(text(new Uint8Array([251, 255, 254])), '-__-');
  assert.match(random(256), /^[\w-]{43}$/);
  assert.notEqual(random(128), random(128));
});
