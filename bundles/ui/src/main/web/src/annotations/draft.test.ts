import { expect, test } from 'vitest';
import { bodyOf, draftOf, wrongIn } from './draft';

const release = {
  id: 1,
  version: 3,
  short_descr: 'Release',
  long_descr: null,
  start_dttm: '2024-05-01T09:00:00',
  end_dttm: '2024-05-01T09:00:30',
  json_metadata: null,
};

test('what is stored comes back as it was', () => {
  const draft = draftOf(release);
  expect(draft).toMatchObject({ begin: '2024-05-01T09:00', end: '2024-05-01T09:00:30' });
  expect(bodyOf(draft, 3)).toMatchObject({ short_descr: 'Release', end_dttm: '2024-05-01T09:00:30', version: 3 });
});

test('an annotation without an end is a moment', () => {
  expect(bodyOf({ ...draftOf(undefined), title: ' x ', begin: '2024-05-01T09:00' }, undefined)).toMatchObject({
    short_descr: 'x',
    end_dttm: '2024-05-01T09:00',
  });
});

test('an end before the begin and metadata that are no object are said', () => {
  const draft = draftOf(release);
  expect(wrongIn(draft)).toBeUndefined();
  expect(wrongIn({ ...draft, end: '2024-04-30T09:00' })).toBe('endsFirst');
  expect(wrongIn({ ...draft, metadata: '[1]' })).toBe('badJson');
  expect(wrongIn({ ...draft, metadata: '{' })).toBe('badJson');
  expect(wrongIn({ ...draft, metadata: '{"a": 1}' })).toBeUndefined();
});
