import type { Annotation } from './annotationApi';

export interface Draft {
  readonly title: string;
  readonly text: string;
  readonly begin: string;
  readonly end: string;
  readonly metadata: string;
}

/** As a field for date and time holds it: to the minute, or to the second where there are some. */
const fieldTime = (iso: string) => iso.slice(0, 19).replace(/:00$/, '');

export const draftOf = (annotation: Annotation | undefined): Draft => ({
  title: annotation?.short_descr ?? '',
  text: annotation?.long_descr ?? '',
  begin: annotation ? fieldTime(annotation.start_dttm) : '',
  end: annotation ? fieldTime(annotation.end_dttm) : '',
  metadata: annotation?.json_metadata ?? '',
});

export type Wrong = 'badJson' | 'endsFirst';

export function wrongIn({ begin, end, metadata }: Draft): Wrong | undefined {
  if (end && end < begin) return 'endsFirst';
  if (!metadata.trim()) return undefined;
  try {
    const read: unknown = JSON.parse(metadata);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? undefined : 'badJson';
  } catch {
    return 'badJson';
  }
}

export const bodyOf = ({ title, text, begin, end, metadata }: Draft, version: number | undefined) => ({
  short_descr: title.trim(),
  long_descr: text,
  start_dttm: begin,
  end_dttm: end || begin,
  json_metadata: metadata.trim(),
  ...(version === undefined ? {} : { version }),
});
