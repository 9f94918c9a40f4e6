import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { page, type } from './browser.js';
import { adopt, forgetAll, keepDrafts, unsaved } from '../js/internal/drafts.js';

const place = () => document.querySelector('#view');
const form = () => document.querySelector('form');
const note = () => document.querySelector('.draft');
const nothing = async () => {};

/** The view with what the server has. */
function show(text = '', ticked = false) {
  page(`<p id="notice"></p><div id="view"><form><div class="kern-form-input"><label for="f-text">Notiz</label><input id="f-text"></div>
    <input type="checkbox" id="f-done"><p class="actions"><button>Speichern</button></p></form></div>`);
  document.querySelector('#f-text').value = text;
  document.querySelector('#f-done').checked = ticked;
  return adopt(place(), nothing);
}

beforeEach(() => {
  sessionStorage.clear();
  page('<div id="view"></div>');
  keepDrafts(place(), 'anna', nothing);
});

test('what was typed and not saved stands there again, and says so', () => {
  assert.equal(show('alt'), false);
  type('#f-text', 'neu');
  assert.equal(unsaved(), 1);
  assert.equal(show('alt'), true);
  assert.equal(document.querySelector('#f-text').value, 'neu');
  assert.match(note().textContent, /Noch nicht gespeichert/);
});

test('typed back to what was there, it is nothing', () => {
  show('alt');
  type('#f-text', 'neu');
  type('#f-text', 'alt');
  assert.equal(unsaved(), 0);
  assert.equal(note(), null);
});

test('what somebody else saved meanwhile is told beside it', () => {
  show('alt');
  type('#f-text', 'neu');
  show('von Bert');
  assert.match(note().textContent, /Notiz: dort steht jetzt „von Bert“/);
  assert.equal(document.querySelector('#f-text').value, 'neu');
});

test('what somebody else changed elsewhere in the form stays theirs', () => {
  show('alt');
  type('#f-text', 'neu');
  show('alt', true);
  assert.equal(document.querySelector('#f-done').checked, true);
});

test('what the server has taken is forgotten', () => {
  show('alt');
  type('#f-text', 'neu');
  form().dispatchEvent(new Event('sending'));
  form().dispatchEvent(new Event('sent'));
  assert.equal(unsaved(), 0);
});

test('what was typed while it was on its way is still to be saved', () => {
  show('alt');
  type('#f-text', 'neu');
  form().dispatchEvent(new Event('sending'));
  type('#f-text', 'neuer');
  form().dispatchEvent(new Event('sent'));
  assert.equal(unsaved(), 1);
});

test('what did not arrive is kept', () => {
  show('alt');
  type('#f-text', 'neu');
  form().dispatchEvent(new Event('sending'));
  form().dispatchEvent(new Event('unsent'));
  show('alt');
  assert.equal(document.querySelector('#f-text').value, 'neu');
});

test('what one person typed nobody else gets to see', () => {
  show('alt');
  type('#f-text', 'neu');
  keepDrafts(place(), 'bert', nothing);
  assert.equal(unsaved(), 0);
  assert.equal(show('alt'), false);
});

test('whoever signs out leaves nothing', () => {
  show('alt');
  type('#f-text', 'neu');
  forgetAll();
  assert.equal(unsaved(), 0);
});
