import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import './browser.js';
import { serve } from './server.js';

const SESSION = { id: 'a'.repeat(32), secret: 'geheim' };
const MEANWHILE = '/probleme/#inzwischen-geaendert';
let stored;
let asked;
let module;
let tabs = 0;

/** A tab that is opened anew, with a session and what the server has. */
beforeEach(async () => {
  sessionStorage.clear();
  localStorage.clear();
  sessionStorage.setItem('zugang', JSON.stringify(SESSION));
  stored = { id: SESSION.id, version: 1, state: 'DRAFT', answers: { attitude: 'offen', motivation: 'viel' }, missing: [] };
  asked = serve(save);
  module = await import(`../js/draft.js?tab=${(tabs += 1)}`);
  await module.load();
});

/** As the server does: a version that is not the stored one is refused, with what is stored. */
function save({ method, body }) {
  if (method === 'GET') return { body: stored };
  if (method === 'DELETE') return {};
  if (body.version !== stored.version) return { status: 409, body: { type: MEANWHILE, current: stored } };
  stored = { ...stored, version: stored.version + 1, answers: body.answers };
  return { body: { version: stored.version, missing: [] } };
}

/** Somebody else saves. */
const elsewhere = (answers) => {
  stored = { ...stored, version: stored.version + 1, answers: { ...stored.answers, ...answers } };
};

const puts = () => asked.filter(({ method }) => method === 'PUT');

test('what is typed stands on top of what the server has, and a reload keeps it', async () => {
  module.type('attitude', 'entschlossen');
  assert.deepEqual(module.current(), { attitude: 'entschlossen', motivation: 'viel' });
  const reloaded = await import(`../js/draft.js?tab=${(tabs += 1)}`);
  assert.deepEqual(reloaded.current(), module.current());
});

test('what is typed back to what the server has is nothing to save', async () => {
  module.type('attitude', 'entschlossen');
  module.type('attitude', 'offen');
  assert.deepEqual(module.unsaved(), []);
  await module.save();
  assert.equal(puts().length, 0);
});

test('empty entries and the order of their members are no difference', () => {
  stored.answers.contacts = [{ name: 'Anna', phone: '' }];
  module.adopt(stored);
  module.type('contacts', [{ office: undefined, name: 'Anna' }]);
  assert.deepEqual(module.unsaved(), []);
});

test('the secret is kept by the session alone, not beside the answers', () => {
  module.type('attitude', 'entschlossen');
  assert.ok(!sessionStorage.getItem(`antrag.${SESSION.id}`).includes(SESSION.secret));
});

test('what is saved goes once, on the version that was seen', async () => {
  module.type('attitude', 'entschlossen');
  await Promise.all([module.save(), module.save()]);
  assert.deepEqual(
    puts().map(({ body }) => body),
    [{ version: 1, answers: { attitude: 'entschlossen', motivation: 'viel' } }],
  );
  assert.deepEqual(module.unsaved(), []);
});

test('whoever changed another section meanwhile loses nothing, and nobody is asked', async () => {
  module.type('attitude', 'entschlossen');
  elsewhere({ motivation: 'noch mehr' });
  await module.save();
  assert.deepEqual(stored.answers, { attitude: 'entschlossen', motivation: 'noch mehr' });
});

test('two texts for one section are a conflict, and neither is written over the other', async () => {
  module.type('attitude', 'entschlossen');
  elsewhere({ attitude: 'zögernd' });
  await assert.rejects(module.save(), { status: 409 });
  assert.deepEqual(module.conflicts(), ['attitude']);
  assert.equal(stored.answers.attitude, 'zögernd');
  // Nor by the next save: nobody has decided yet.
  await assert.rejects(module.save({ quietly: true }), { status: 409 });
  assert.equal(puts().length, 1);
});

test('the same text from two people is no conflict', async () => {
  module.type('attitude', 'entschlossen');
  elsewhere({ attitude: 'entschlossen' });
  await module.save();
  assert.deepEqual(module.conflicts(), []);
  assert.deepEqual(module.unsaved(), []);
});

for (const [mine, text] of [
  [true, 'entschlossen'],
  [false, 'zögernd'],
]) {
  test(`whoever decides for ${mine ? 'their own' : 'the stored'} text gets it`, async () => {
    module.type('attitude', 'entschlossen');
    elsewhere({ attitude: 'zögernd' });
    await assert.rejects(module.save(), { status: 409 });
    module.decide(module.conflicts(), mine);
    await module.save();
    assert.equal(stored.answers.attitude, text);
    assert.deepEqual(module.unsaved(), []);
  });
}

test('a decision holds for what was seen, not for a third text that came meanwhile', async () => {
  module.type('attitude', 'entschlossen');
  elsewhere({ attitude: 'zögernd' });
  await assert.rejects(module.save(), { status: 409 });
  module.decide(module.conflicts(), true);
  elsewhere({ attitude: 'ganz anders' });
  await assert.rejects(module.save(), { status: 409 });
  assert.equal(stored.answers.attitude, 'ganz anders');
});

test('an address that is still being typed is not written to', async () => {
  module.type('contacts', [{ mail: 'anna@' }]);
  await module.save({ quietly: true });
  assert.equal(puts().length, 0);
  await module.save();
  assert.deepEqual(stored.answers.contacts, [{ mail: 'anna@' }]);
});

test('what is typed while a save is on its way stays to be saved', async () => {
  module.type('attitude', 'entschlossen');
  const saving = module.save();
  await Promise.resolve();
  module.type('attitude', 'sehr entschlossen');
  await saving;
  assert.deepEqual(module.current().attitude, 'sehr entschlossen');
});

test('in a correction only the named fields may be changed', async () => {
  stored = {
    ...stored,
    state: 'NEEDS_CORRECTION',
    correction: { number: 1, fields: ['invoice.city', 'contacts'], reason: 'Bitte prüfen' },
  };
  await module.load();
  assert.deepEqual(['invoice.city', 'contacts.0.mail', 'invoice.street', 'attitude'].map(module.isOpen), [true, true, false, false]);
});

test('signing out forgets what was typed', async () => {
  module.type('attitude', 'entschlossen');
  await module.leave();
  assert.equal(sessionStorage.length, 0);
  assert.equal(asked.at(-1).method, 'DELETE');
});
