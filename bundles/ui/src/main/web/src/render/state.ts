import type { Theme } from 'karavel-viz';
import { escapeXml, type Fragment } from './html/fragment';
import { htmlFragment } from './html/page';

export interface State {
  readonly title: string;
  readonly text: string;
  readonly failed?: boolean;
}

const signs = {
  calm: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l4 4',
  failed:
    'M12 8v5M12 16.500h.01M10.3 4.2 2.8 17.500A2 2 0 0 0 4.5 20.500h15a2 2 0 0 0 1.7-3L13.7 4.200a2 2 0 0 0-3.4 0z',
} as const;

/** What a card says when there is nothing to draw, as states.css has it. */
export function stateFragment(
  { title, text, failed = false }: State,
  width: number,
  height: number,
  mode: Theme['mode'],
): Fragment {
  const back = failed
    ? 'var(--bad-soft)'
    : mode === 'dark'
      ? 'color-mix(in srgb, var(--ink-3) 14%, transparent)'
      : 'var(--sunken)';
  const stroke = failed ? 'var(--bad)' : 'var(--ink-3)';
  const sign =
    height > 190
      ? `<div style="width:40px;height:40px;border-radius:20px;background:${back};display:flex;align-items:center;justify-content:center;color:${stroke};flex:none"><svg width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"><path d="${failed ? signs.failed : signs.calm}"/></svg></div>`
      : '';
  const more = height > 130 && text ? `<div style="font-size:12px;max-width:322px">${escapeXml(text)}</div>` : '';
  const html = `<div style="display:flex;flex-direction:column;align-items:center;justify-content:center;gap:8px;text-align:center;padding:16px;color:var(--ink-2);height:100%;box-sizing:border-box;overflow:hidden">${sign}<div style="font-size:13px;font-weight:600;color:var(--ink)">${escapeXml(title)}</div>${more}</div>`;
  return htmlFragment(html, { width, height, mode, sheet: {} });
}
