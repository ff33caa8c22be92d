// When a server refuses to start, and what it says.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import { start, temporary } from '../src/server.mjs';
import { server } from '../src/shared.mjs';

async function refused(env) {
  const data = temporary('refused');
  const started = await start({ wait: false, data, env: { KARAVEL_LOAD_EXAMPLES: 'false', ...env } });
  const { code } = await started.ended;
  const said = started.console();
  fs.rmSync(data, { recursive: true, force: true });
  fs.rmSync(started.deploy, { recursive: true, force: true });
  return { code, said };
}

test('one node without a key makes one that only its owner can read', () => {
  const file = `${server.data}/secret-key`;
  assert.equal(fs.statSync(file).mode & 0o777, 0o600);
  assert.ok(fs.readFileSync(file, 'utf8').trim().length >= 32);
});

for (const [what, env] of [
  ['a known example', { KARAVEL_SECRET_KEY: 'CHANGE_ME_TO_A_COMPLEX_RANDOM_SECRET' }],
  ['shorter than 32 bytes', { KARAVEL_SECRET_KEY: 'too-short' }],
  ['missing beside a remote metadata database', { KARAVEL_METADATA_URL: 'jdbc:postgresql://127.0.0.1:1/karavel' }],
]) {
  test(`a key that is ${what} ends the start with status 1 and a way out`, async () => {
    const { code, said } = await refused(env);
    assert.equal(code, 1, said.slice(-2000));
    assert.match(said, /KARAVEL_SECRET_KEY/);
    assert.match(said, /openssl rand/);
  });
}

test('no password is in the console', () => {
  assert.doesNotMatch(fs.readFileSync(`${server.data}/e2e-console.log`, 'utf8'), /a-long-pass-phrase-for-tests/);
});
