import type { Theme } from 'karavel-viz';
import { tokensOf } from '../look';
import { forgetClips } from './box';
import type { Fragment } from './fragment';
import { boxOf } from './layout';
import { parseHtml } from './parse';
import { rootStyle, type Surroundings } from './style';

/** As chart.css has it for what plugins give as HTML. */
export const PLOT = {
  table: 'border-collapse:collapse;width:100%;font-size:12px',
  th: 'text-align:left;color:var(--ink-3);font-weight:560;padding:6px 12px;border-bottom:1px solid var(--hair)',
  td: 'padding:5px 12px;border-bottom:1px solid var(--hair)',
} as const;

/** As dashboard.css has it for texts on dashboards. */
export const PROSE = {
  h1: 'font-size:20px;margin:1em 0 .3em;color:var(--ink);font-weight:640;letter-spacing:-.01em',
  h2: 'font-size:17px;margin:1em 0 .3em;color:var(--ink);font-weight:640;letter-spacing:-.01em',
  h3: 'font-size:15px;margin:1em 0 .3em;color:var(--ink);font-weight:640;letter-spacing:-.01em',
  p: 'margin:.5em 0',
  ul: 'margin:.5em 0;padding-left:40px',
  ol: 'margin:.5em 0;padding-left:40px',
  a: 'color:var(--accent);text-decoration:underline',
  code: 'font-family:monospace;font-size:12px;background:var(--sunken);padding:1px 4px;border-radius:3px',
  img: 'max-width:100%',
} as const;

interface Place {
  readonly width: number;
  /** Where it is not given, it is as high as it needs. */
  readonly height?: number;
  readonly mode: Theme['mode'];
  readonly sheet: Surroundings['sheet'];
}

/** HTML laid out as the page would; what is not understood shows as plain text. */
export function htmlFragment(html: string, { width, height, mode, sheet }: Place): Fragment {
  const tokens = tokensOf(mode);
  forgetClips();
  return boxOf(
    parseHtml(html),
    rootStyle(tokens),
    { width, height },
    { tokens, width, height: height ?? width, sheet },
    width,
    height,
  );
}
