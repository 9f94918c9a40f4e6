import './browser.js';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { correctable, nameOf, optional, questions } from '../js/questions.js';
import { listed, properties } from './openapi.js';
import { serve } from './server.js';

serve(() => ({}));
const { occasions } = await import('../js/internal/dossier-mails.js');
const { kinds } = await import('../js/internal/tasks.js');

const templates = new URL('../../functions/src/main/jte/text/', import.meta.url);

const form = readFileSync(new URL('../pages/antrag.jte', import.meta.url), 'utf8');

/** About events, recordings and votes; they stand in no dossier. */
const ELSEWHERE = /^(event|trip|recording|votes)/;

test('every kind of task has its words, and no other', () => {
  assert.deepEqual(Object.keys(kinds).toSorted(), listed('Task', 'kind').toSorted());
});

test('every mail that may stand in a dossier says there which it was', () => {
  const mails = readdirSync(templates)
    .filter((name) => readFileSync(new URL(name, templates), 'utf8').includes('@param String site'))
    .map((name) => name.replace('.jte', ''));
  assert.ok(mails.length > 50);
  assert.deepEqual(Object.keys(occasions).toSorted(), mails.filter((name) => !ELSEWHERE.test(name)).toSorted());
});

test('the office may ask for every correction that the API takes, and each has a name', () => {
  assert.deepEqual(correctable.toSorted(), listed('Correctable', 'enum').toSorted());
  for (const field of correctable) assert.doesNotMatch(nameOf(field) ?? '', /undefined|^$/, field);
});

test('every answer that the API knows has its label, and no other', () => {
  const labels = questions.flatMap(({ page, fields }) => (fields ? Object.keys(fields).map((name) => `${page}.${name}`) : [page]));
  assert.deepEqual(labels.toSorted(), properties('Answers').toSorted());
});

test('the form asks for every answer that the API knows, and for no other', () => {
  const asked = [...form.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name.replace('.#', ''));
  assert.deepEqual([...new Set(asked)].toSorted(), [...properties('Answers'), 'declaration'].toSorted());
});

test('what the form calls voluntary is not missing where it is left out', () => {
  const voluntary = [...form.matchAll(/ for="f-([^"]+)">.*kern-label__optional/g)].map(([, name]) => name.replace('.#', ''));
  assert.deepEqual(optional.toSorted(), voluntary.toSorted());
});

test('every choice of the form has its words', () => {
  for (const [page, field, property] of [
    ['projects', 'state', 'state'],
    ['time', 'hours', 'hours'],
    ['invoice', 'format', 'format'],
  ]) {
    const words = questions.find((question) => question.page === page)?.choices?.[field] ?? {};
    assert.deepEqual(Object.keys(words).toSorted(), listed('Answers', page, property).toSorted(), page);
  }
});
