import { expect, test } from 'vitest';
import { ApiError } from '../api/client';
import en from '../i18n/en.json';
import { codeOf } from './failure';

const titles: Readonly<Record<string, string>> = en.error.code;
const steps: Readonly<Record<string, string>> = en.error.next;

test('each failure has a title and a next step', () => {
  expect(Object.keys(steps)).toEqual(Object.keys(titles));
  for (const status of [400, 401, 403, 404, 409, 413, 422, 429, 500, 503])
    expect(titles, `status ${status}`).toHaveProperty(codeOf(new ApiError(status, '')) ?? 'none');
});

test('the code of the server counts more than its status', () => {
  expect(codeOf(new ApiError(503, '', 'WAREHOUSE_UNREACHABLE', 'warehouse'))).toBe('WAREHOUSE_UNREACHABLE');
  expect(codeOf(new ApiError(422, '', 'PLUGIN_MISSING', 'product'))).toBe('PLUGIN_MISSING');
});

test('a code nobody knows yet is told by whom to blame, or by its status', () => {
  expect(codeOf(new ApiError(503, '', 'WAREHOUSE_ON_FIRE', 'warehouse'))).toBe('WAREHOUSE_REFUSED');
  expect(codeOf(new ApiError(503, '', 'NEW_CODE'))).toBe('NOT_READY');
  expect(codeOf(new ApiError(418, ''))).toBeUndefined();
});
