import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Problem } from '../js/api.js';
import { meeting } from '../js/internal/concurrent-edit.js';
import { page } from './browser.js';

const meanwhile = () => new Problem(409, { type: '/probleme/#inzwischen-geaendert', title: 'Zu spät' });
let stored;
let version;
let seen;
let form;
let saving;

/** A form with a title and a tick, as it is made of what the server has. */
function formOf({ title, needs }) {
  const made = document.createElement('form');
  made.innerHTML = `<div class="kern-form-input"><label for="f-title">Titel</label><input id="f-title"></div>
    <div class="kern-form-check"><input type="checkbox" id="f-needs"><label for="f-needs">Bedarf fragen</label></div><p class="actions"></p>`;
  made.querySelector('#f-title').value = title;
  made.querySelector('#f-needs').checked = needs;
  return made;
}

beforeEach(() => {
  stored = { title: 'Seminar', needs: false };
  version = seen = 1;
  page('');
  form = formOf(stored);
  document.body.append(form);
  saving = meeting(form, async () => ({
    form: formOf(stored),
    adopt: () => {
      seen = version;
    },
  }));
});

const put = async () => {
  if (seen !== version) throw meanwhile();
  stored = { title: form.querySelector('#f-title').value, needs: form.querySelector('#f-needs').checked };
  version += 1;
  seen = version;
};
const elsewhere = (changed) => {
  stored = { ...stored, ...changed };
  version += 1;
};

test('what nobody else has changed is just saved', async () => {
  form.querySelector('#f-title').value = 'Großes Seminar';
  await saving(put);
  assert.equal(stored.title, 'Großes Seminar');
});

test('what only one of two has changed is put together without a question', async () => {
  form.querySelector('#f-title').value = 'Großes Seminar';
  elsewhere({ needs: true });
  await saving(put);
  assert.deepEqual(stored, { title: 'Großes Seminar', needs: true });
  assert.equal(form.querySelector('#f-needs').checked, true);
});

test('where both have changed the same, both texts are shown and nothing is saved', async () => {
  form.querySelector('#f-title').value = 'Großes Seminar';
  elsewhere({ title: 'Kleines Seminar' });
  await assert.rejects(saving(put), { status: 409 });
  assert.equal(stored.title, 'Kleines Seminar');
  const shown = form.querySelector('.meeting').textContent;
  for (const text of ['Titel', 'Großes Seminar', 'Kleines Seminar']) assert.ok(shown.includes(text), text);
});

for (const [choice, title] of [
  ['mine', 'Großes Seminar'],
  ['theirs', 'Kleines Seminar'],
]) {
  test(`whoever then chooses ${choice} saves just that`, async () => {
    form.querySelector('#f-title').value = 'Großes Seminar';
    elsewhere({ title: 'Kleines Seminar' });
    await assert.rejects(saving(put), { status: 409 });
    form.querySelectorAll('.meeting input').forEach((it) => {
      it.checked = it.value === choice;
    });
    await saving(put);
    assert.equal(stored.title, title);
    assert.equal(form.querySelector('.meeting'), null);
  });
}

test('the same change by both is none to decide on', async () => {
  form.querySelector('#f-title').value = 'Großes Seminar';
  elsewhere({ title: 'Großes Seminar' });
  await saving(put);
  assert.equal(stored.title, 'Großes Seminar');
});

test('any other refusal is passed on', async () => {
  await assert.rejects(
    saving(() => {
      throw new Problem(403, { title: 'Nicht erlaubt' });
    }),
    { status: 403 },
  );
});
