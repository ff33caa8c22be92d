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

test('another refusal is none of that', () => {
  expect(asked({ message: 'The warehouse refused the request' })).toBeUndefined();
  expect(asked(null)).toBeUndefined();
});
