import { expect, test } from 'vitest';
import { asked } from './exchangeApi';

test('a refusal says which secrets are missing and what exists', () => {
  const message = {
    'databases/Sales.yaml': {
      _schema: ['Must provide a password for the database', 'Must provide a private key password for the ssh tunnel'],
    },
    'dashboards/Sales_1.yaml': 'Dashboard already exists and `overwrite=true` was not passed',
  };
  expect(asked({ message })).toEqual({
    secrets: [
      { field: 'passwords', word: 'password', file: 'databases/Sales.yaml' },
      { field: 'ssh_tunnel_private_key_passwords', word: 'tunnelKeyPassword', file: 'databases/Sales.yaml' },
    ],
    present: ['dashboards/Sales_1.yaml'],
  });
});

test('an option is asked for by its path, or by what people call it', () => {
  const words = 'Must provide value for masked_encrypted_extra field: ';
  const file = 'databases/Sales.yaml';
  const message = { [file]: { _schema: [`${words}$.oauth.keys[0]`, `${words}$.private_key (Private key)`] } };
  expect(asked({ message })?.secrets.map(({ path, title }) => [path, title])).toEqual([
    ['$.oauth.keys[0]', '$.oauth.keys[0]'],
    ['$.private_key', 'Private key'],
  ]);
});

test('another refusal is none of that', () => {
  expect(asked({ message: 'The warehouse refused the request' })).toBeUndefined();
  expect(asked(null)).toBeUndefined();
});
