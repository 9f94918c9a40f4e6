import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { entries, fillForm, readForm } from '../js/fields.js';
import { page } from './browser.js';

let form;
beforeEach(() => {
  page(`<form>
    <input name="municipality.population" data-number-value><textarea name="motivation" maxlength="2000" data-count></textarea>
    <input type="checkbox" name="agreement.fee"><input type="radio" name="time.hours" value="two"><input type="radio" name="time.hours" value="more">
    <div data-list="contacts" data-most="3"><div data-entries></div><p><button type="button" data-add>Weitere</button></p>
      <template><div data-entry><span data-number></span><input name="contacts.#.name" id="f-contacts.#.name" autocomplete="name">
        <p><button type="button" data-remove>Entfernen</button></p></div></template></div></form>`);
  form = document.querySelector('form');
});

const names = () => [...form.querySelectorAll('[name^="contacts."]')].map(({ value }) => value);
const given = {
  municipality: { population: 13_700 },
  motivation: 'Leerstand',
  agreement: { fee: true },
  time: { hours: 'more' },
  contacts: [{ name: 'Anna' }, { name: 'Bert' }],
};

test('what a form shows is what it was given', () => {
  fillForm(form, given);
  assert.deepEqual(readForm(form), given);
});

test('what is empty is no answer', () => {
  fillForm(form, {});
  assert.deepEqual(readForm(form), { contacts: [] });
});

test('an entry is added and taken away without losing the others', () => {
  let changes = 0;
  fillForm(form, given);
  entries(form.querySelector('[data-list]'), () => {
    changes += 1;
  });
  form.querySelector('[data-add]').click();
  assert.deepEqual(names(), ['Anna', 'Bert', '']);
  assert.ok(form.querySelector('[data-add]').closest('p').hidden, 'no more than three');
  form.querySelector('[data-remove]').click();
  assert.deepEqual(names(), ['Bert', '']);
  assert.equal(changes, 2);
});

test('a browser fills in only whoever types', () => {
  fillForm(form, given);
  assert.deepEqual(
    [...form.querySelectorAll('[name^="contacts."]')].map((it) => it.getAttribute('autocomplete')),
    ['name', 'off'],
  );
});

test('the room that is left is told in German numbers', () => {
  fillForm(form, given);
  assert.equal(form.querySelector('.count').textContent, 'Noch 1.991 von 2.000 Zeichen');
});
