import { describe, expect, it } from 'vitest';
import { chosen, merged } from './ownState';

describe("a chart's own state", () => {
  it('takes a patch and keeps the rest', () => {
    expect(merged({ page: 1, words: 'a' }, { page: 2 })).toEqual({ page: 2, words: 'a' });
  });

  it('forgets what a patch sets to nothing', () => {
    expect(merged({ page: 1, words: 'a' }, { words: null, page: undefined })).toEqual({});
  });

  it('stays the same object when a patch says nothing new', () => {
    const state = { sortBy: [{ id: 'a', desc: true }] };
    expect(merged(state, { sortBy: [{ id: 'a', desc: true }], words: undefined })).toBe(state);
  });

  it('gives the question only what its type asks with', () => {
    expect(chosen({ page: 1, layout: {} }, ['page', 'size'])).toEqual({ page: 1 });
    expect(chosen({ layout: {} }, ['page'])).toBeUndefined();
    expect(chosen({ page: 1 }, undefined)).toBeUndefined();
  });
});
