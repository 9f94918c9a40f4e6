import assert from 'node:assert/strict';
import { test } from 'node:test';
import { challenge, claims, signInAddress } from '../js/internal/oauth.js';

test('a verifier has the challenge that RFC 7636 shows for it', async () => {
  assert.equal(await challenge('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'), 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
});

test('what a token says is read as RFC 7519 writes it', () => {
  const token =
    'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9'
    + '.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ'
    + '.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
  assert.deepEqual(claims(token), { iss: 'joe', exp: 1300819380, 'http://example.com/is_root': true });
});

test('a name with an umlaut is read as it was written', () => {
  const body = Buffer.from(JSON.stringify({ email: 'müller@gemeinde.de' })).toString('base64url');
  assert.equal(claims(`.${body}.`).email, 'müller@gemeinde.de');
});

test('the way to the sign-in page tells the challenge, and never the verifier', async () => {
  const to = new URL(
    await signInAddress({ signIn: 'https://id.example', client: 'c', home: 'https://x.example/intern/', state: 's', verifier: 'geheim' }),
  );
  assert.equal(to.searchParams.get('code_challenge'), await challenge('geheim'));
  assert.equal(to.searchParams.get('code_challenge_method'), 'S256');
  assert.equal(to.searchParams.get('state'), 's');
  assert.ok(!to.href.includes('geheim'));
});
