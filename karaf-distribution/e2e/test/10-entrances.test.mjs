// Who gets in, and what they are told.
import assert from 'node:assert/strict';
import test from 'node:test';
import { list, signIn } from '../src/client.mjs';
import { password } from '../src/server.mjs';
import { server } from '../src/shared.mjs';

const get = (path, headers = {}) => fetch(server.url + path, { headers, redirect: 'manual' });

test('health answers without sign-in', async () => {
  const response = await get('/health');
  assert.equal(response.status, 200);
  assert.equal(await response.text(), 'OK');
});

test('every documented route but the open ones refuses who has not signed in', async () => {
  const client = await signIn(server);
  const { json } = await client.get('/api/v1/_openapi');
  const base = json.servers?.[0]?.url ?? '';
  const open = new Set(['/security/login', '/security/refresh', '/health']);
  let refused = 0;
  for (const [path, methods] of Object.entries(json.paths)) {
    if (open.has(path.replace(/\/$/, ''))) continue;
    for (const method of Object.keys(methods)) {
      const address = server.url + base + path.replace('{type}', 'table').replace(/\{[^}]+\}/g, '1');
      const response = await fetch(address, { method: method.toUpperCase(), redirect: 'manual', headers: { 'content-type': 'application/json' }, body: ['post', 'put'].includes(method) ? '{}' : undefined });
      await response.body?.cancel();
      assert.ok([401, 403].includes(response.status), `${method} ${path} gave ${response.status}`);
      refused++;
    }
  }
  assert.ok(refused > 20, `only ${refused} routes were tried`);
});

test('pages send who has not signed in to the sign-in page and back', async () => {
  const response = await get('/dashboard/list/');
  assert.equal(response.status, 302);
  assert.match(response.headers.get('location'), /^\/login\/\?next=/);
});

test('a forged Host header does not change where a redirect leads', async () => {
  const response = await get('/dashboard/list/', { 'x-forwarded-host': 'evil.example' });
  assert.doesNotMatch(response.headers.get('location') ?? '', /evil/);
});

test('the page has a content-security policy without unsafe scripts', async () => {
  const response = await get('/login/');
  const policy = response.headers.get('content-security-policy');
  const scripts = policy.split(';').find((part) => part.trim().startsWith('script-src '));
  assert.match(scripts, /'nonce-[^']{16,}'/);
  assert.doesNotMatch(scripts, /unsafe/);
  assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
});

test('wrong passwords and unknown names get the same answer', async () => {
  const attempt = async (username) => {
    const response = await fetch(`${server.url}/api/v1/security/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password: 'wrong-password-here', provider: 'db' }) });
    return [response.status, (await response.json()).message];
  };
  assert.deepEqual(await attempt('admin'), await attempt('nobody-of-that-name'));
});

test('a session cookie needs the CSRF token to write, and is HttpOnly and SameSite', async () => {
  const response = await fetch(`${server.url}/login/`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username: 'admin', password }) });
  assert.equal(response.status, 200);
  const header = response.headers.get('set-cookie');
  assert.match(header, /HttpOnly/i);
  assert.match(header, /SameSite=(Lax|Strict)/i);
  const cookie = header.split(';')[0];
  const write = (headers) => fetch(`${server.url}/api/v1/dashboard/`, { method: 'POST', headers: { cookie, 'content-type': 'application/json', ...headers }, body: JSON.stringify({ dashboard_title: 'Made by a session' }) });
  assert.ok([400, 403].includes((await write({})).status), 'a write without the token was taken');
  const { result } = await (await fetch(`${server.url}/api/v1/security/csrf_token/`, { headers: { cookie } })).json();
  const made = await write({ 'X-CSRFToken': result });
  assert.equal(made.status, 201);
  const { id } = await made.json();
  const client = await signIn(server);
  assert.equal((await client.delete(`/api/v1/dashboard/${id}`)).status, 200);
});

test('the old addresses lead to the new ones', async () => {
  const cookie = (await fetch(`${server.url}/login/`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username: 'admin', password }) })).headers.get('set-cookie').split(';')[0];
  for (const [old, now] of [['/superset/dashboard/flights/', '/dashboard/flights/'], ['/superset/explore/?slice_id=1', '/explore/?slice_id=1'], ['/superset/welcome/', '/welcome/']]) {
    const response = await get(old, { cookie });
    assert.equal(response.status, 308, old);
    assert.equal(response.headers.get('location'), now);
  }
});

test('lists take their query as JSON and as Rison', async () => {
  const client = await signIn(server);
  const json = await list(client, 'dashboard', { page: 0, page_size: 2, order_column: 'dashboard_title', order_direction: 'asc' });
  const rison = await client.get('/api/v1/dashboard/?q=(order_column:dashboard_title,order_direction:asc,page:0,page_size:2)');
  assert.equal(json.status, 200);
  assert.deepEqual(rison.json.ids, json.json.ids);
  assert.equal(json.json.result.length, 2);
  assert.ok(json.json.count >= 3);
});

test('bad requests say which field is wrong and nothing of the inside', async () => {
  const client = await signIn(server);
  for (const [answer, status] of [
    [await client.get('/api/v1/dashboard/?q=(((('), 400],
    [await list(client, 'dashboard', { order_column: 'no_such_column' }), 400],
    [await client.post('/api/v1/chart/', { viz_type: 'pie' }), 400],
    [await client.get('/api/v1/dashboard/987654'), 404],
    [await client.get('/api/v1/chart/987654'), 404],
    [await client.post('/api/v1/chart/data', { form_data: { viz_type: 'pie', datasource: '1__table' } }), 400],
  ]) {
    assert.equal(answer.status, status, answer.text);
    assert.ok(answer.json.message, answer.text);
    assert.doesNotMatch(answer.text, /\bat [a-z]+\.[a-z]+|Exception|SELECT /);
  }
});
