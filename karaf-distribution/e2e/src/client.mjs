// The REST interface as a program uses it: a Bearer token, JSON in and out.
import { password, until } from './server.mjs';

export async function signIn(server, username = 'admin', secret = password) {
  const response = await fetch(`${server.url}/api/v1/security/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: secret, provider: 'db', refresh: true }),
  });
  if (!response.ok) throw new Error(`Sign-in gave ${response.status}: ${await response.text()}`);
  const { access_token: token } = await response.json();
  const call = async (method, path, body) => {
    const answer = await fetch(`${server.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    let json;
    try {
      json = JSON.parse(text);
    } catch {
      json = undefined;
    }
    return { status: answer.status, headers: answer.headers, text, json };
  };
  return {
    token,
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
    put: (path, body) => call('PUT', path, body),
    delete: (path) => call('DELETE', path),
  };
}

export const list = (client, kind, q = {}) => client.get(`/api/v1/${kind}/?q=${encodeURIComponent(JSON.stringify(q))}`);

/** Waits until the examples have arrived, and gives the ids of their charts by name. */
export async function examples(client) {
  await until(
    'the example dashboards',
    async () => (await list(client, 'dashboard')).json?.count >= 3,
    { timeout: 60_000, every: 200 },
  );
  const { json } = await list(client, 'chart', { page_size: 100 });
  return new Map(json.result.map((chart) => [chart.slice_name, chart]));
}
