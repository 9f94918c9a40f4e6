import assert from 'node:assert/strict';
import { test } from 'node:test';
import { field, unreadable, whole } from '../js/control.js';
import { make } from '../js/dom.js';
import './browser.js';

test('a whole number is read as it is written in German', () => {
  for (const [typed, number] of [
    ['12', 12],
    [' 7 ', 7],
    ['1.000', 1000],
    ['1 000', 1000],
    ['1\u202f000', 1000],
    ['12.345.678', 12_345_678],
  ]) {
    assert.equal(whole(typed), number, typed);
  }
});

test('what is no whole number stays as it was typed, for the server to refuse', () => {
  for (const typed of ['', 'zwölf', '1,5', '1.5', '10.00', '-3', '1.0000', '12 Leute']) assert.equal(whole(typed), typed.trim(), typed);
});

test('what a browser cannot read is told by its kind, not taken for empty', () => {
  const control = (name, type, badInput) => ({ name, type, validity: { badInput } });
  const elements = [
    control('day', 'date', true),
    control('from', 'time', true),
    control('seats', 'number', true),
    control('title', 'text', false),
    {},
  ];
  assert.deepEqual(unreadable({ elements }), [
    { field: 'day', message: 'Geben Sie Tag, Monat und Jahr vollständig an.' },
    { field: 'from', message: 'Geben Sie die Uhrzeit vollständig an, zum Beispiel 14:30.' },
    { field: 'seats', message: 'Das ist nicht lesbar. Prüfen Sie, was hier steht.' },
  ]);
});

test('a control is found by its label and described by its hint', () => {
  const input = make('input', { type: 'text' });
  const element = field('title', 'Titel', input, { hint: 'Kurz.', prefix: 'event-' });
  assert.equal(element.querySelector('label').getAttribute('for'), input.id);
  assert.equal(input.id, 'f-event-title');
  assert.equal(input.name, 'title');
  assert.equal(element.querySelector(`#${input.getAttribute('aria-describedby')}`).textContent, 'Kurz.');
});

test('text never becomes markup', () => {
  assert.equal(make('p', {}, '<b>fett</b>').innerHTML, '&lt;b&gt;fett&lt;/b&gt;');
});

test('an attribute may be there without a value, or not at all', () => {
  assert.equal(make('input', { required: true, checked: false, name: undefined }).outerHTML, '<input required="">');
});
