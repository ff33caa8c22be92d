import { expect, test } from 'vitest';
import { bodyOf, draftOf, emptyDraft, fingerprintIn, type Engine, type Field } from './api';

const field = (name: string, fallback = ''): Field => ({
  name,
  title: name,
  kind: 'text',
  required: true,
  default: fallback,
  help: '',
});
const engine: Engine = {
  name: 'PostgreSQL',
  engine: 'postgresql',
  settings: [field('host'), field('port', '5432')],
  sqlalchemy_uri_placeholder: '',
  engine_information: { disable_ssh_tunneling: false },
};
const tunnel = [field('server_address'), field('server_port', '22')];

test('a new form has what the plugin proposes, and sends only what is filled in', () => {
  const draft = emptyDraft(engine, tunnel);
  expect(bodyOf({ ...draft, parameters: { ...draft.parameters, host: '' } })).toMatchObject({
    engine: 'postgresql',
    parameters: { port: '5432' },
    ssh_tunnel: null,
    cache_timeout: null,
  });
  expect(bodyOf(draft)).not.toHaveProperty('id');
});

test('an address takes the place of the form', () => {
  const body = bodyOf({ ...emptyDraft(engine, tunnel), byAddress: true, address: ' postgresql://u@h/d ' });
  expect(body).toMatchObject({ sqlalchemy_uri: 'postgresql://u@h/d' });
  expect(body).not.toHaveProperty('parameters');
});

test('what is stored comes back as it is, masks too', () => {
  const draft = draftOf(
    {
      id: 3,
      database_name: 'Shop',
      engine: 'postgresql',
      parameters: { host: 'h', password: 'XXXXXXXXXX' },
      ssh_tunnel: { server_address: 'bastion', server_port: 2222 },
      cache_timeout: 60,
      expose_in_sqllab: true,
      allow_dml: false,
      allow_file_upload: true,
    },
    tunnel,
  );
  expect(bodyOf(draft)).toMatchObject({
    id: 3,
    parameters: { host: 'h', password: 'XXXXXXXXXX' },
    ssh_tunnel: { server_address: 'bastion', server_port: '2222' },
    cache_timeout: 60,
    allow_file_upload: true,
  });
});

test('a fingerprint is found in what the server says', () => {
  expect(fingerprintIn('the SSH server shows the key SHA256:ab+c/D1=. If its')).toBe('SHA256:ab+c/D1=');
  expect(fingerprintIn('no key')).toBeUndefined();
});
