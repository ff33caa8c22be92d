import { afterEach, describe, expect, test, vi } from 'vitest';
import { ApiError } from './client';
import { store } from './files';

const answers = (status: number, body: unknown) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(() => Promise.resolve(new Response(JSON.stringify(body), { status }))),
  );

afterEach(() => vi.unstubAllGlobals());

describe('a file', () => {
  test('is stored by the browser from the address that was given', async () => {
    answers(200, { url: '/api/v1/karavel/chart_files/key' });
    const link = { href: '', download: undefined, click: vi.fn(), remove: vi.fn() };
    const append = vi.fn();
    vi.stubGlobal('document', { createElement: () => link, body: { append } });
    await store('/api/v1/karavel/chart_files', { result_format: 'csv' });
    expect(link).toMatchObject({ href: '/api/v1/karavel/chart_files/key', download: '' });
    expect(append).toHaveBeenCalledWith(link);
    expect(link.click).toHaveBeenCalledOnce();
    expect(link.remove).toHaveBeenCalledOnce();
  });

  test('that cannot be had is a failure with its reason', async () => {
    answers(403, { message: 'Not yours' });
    await expect(store('/api/v1/karavel/chart_files', {})).rejects.toEqual(new ApiError(403, 'Not yours'));
  });
});
