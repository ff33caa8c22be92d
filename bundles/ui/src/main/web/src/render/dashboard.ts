import type { Theme } from 'karavel-viz';
import { marked } from 'marked';
import type { DashboardChart } from '../api/types';
import { parseLayout, type TabTile, type Tile } from '../dashboard/layout';
import { cardFrame, cardTitle, document, fieldOf, placed, type Area } from './card';
import { escapeXml, rect, type Fragment } from './html/fragment';
import { htmlFragment, PROSE } from './html/page';
import { tokensOf, wear, type Tokens } from './look';
import { stateFragment } from './state';
import { wordsOf, type Words } from './words';

export interface DashboardWanted {
  readonly width: number;
  readonly mode: Theme['mode'];
  readonly locale: string;
  /** Empty: without. */
  readonly title: string;
  readonly position: string;
  readonly charts: readonly { readonly id: number; readonly name: string; readonly category?: string }[];
  /** Ids of tabs that are chosen; others show their first. */
  readonly tabs: readonly string[];
  readonly allTabs: boolean;
  /** Colours of its theme, by token. */
  readonly tones?: Tokens;
}

interface Plan {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** Where the charts go, without their cards. */
  readonly charts: readonly (Area & { readonly id: number })[];
}

const GAP = 16;
const SIDE = 24;
const EMPTY_HEIGHT = 360;

interface Block {
  readonly height: number;
  /** @param height at least its own: rows stretch what is in them */
  readonly place: (area: Area) => string;
}

class Page {
  readonly charts: (Area & { readonly id: number })[] = [];
  readonly #wanted: DashboardWanted;
  readonly #t: Words;

  constructor(wanted: DashboardWanted) {
    this.#wanted = wanted;
    this.#t = wordsOf(wanted.locale);
  }

  #html(html: string, width: number, sheet = {}): Fragment {
    return htmlFragment(html, { width, mode: this.#wanted.mode, sheet });
  }

  #text(html: string, width: number, sheet = {}): Block {
    const fragment = this.#html(html, width, sheet);
    return { height: fragment.height, place: ({ x, y }) => fragment.draw(x, y) };
  }

  #chart(tile: Extract<Tile, { kind: 'chart' }>): Block {
    const chart = this.#wanted.charts.find(({ id }) => id === tile.chartId);
    const { mode } = this.#wanted;
    return {
      height: tile.height,
      place: (area) => {
        const head = cardFrame(area, mode) + cardTitle(tile.title ?? chart?.name ?? '', area, mode);
        const field = fieldOf(area, true, chart?.category);
        if (chart) {
          this.charts.push({ id: chart.id, ...field });
          return head;
        }
        const gone = stateFragment(
          { title: this.#t('chart.gone'), text: this.#t('chart.goneText') },
          field.width,
          field.height,
          mode,
        );
        return head + placed(gone.draw(0, 0), field);
      },
    };
  }

  #row(tiles: readonly Tile[], width: number, most: number): Block {
    const column = (width - (most - 1) * GAP) / most;
    const span = (columns: number) => columns * column + (columns - 1) * GAP;
    const lines: { readonly tile: Tile; readonly at: number; readonly columns: number }[][] = [];
    let used = most;
    for (const tile of tiles) {
      const columns = 'width' in tile ? Math.max(1, Math.min(most, Math.round(tile.width))) : most;
      if (used + columns > most) {
        lines.push([]);
        used = 0;
      }
      lines.at(-1)?.push({ tile, at: used, columns });
      used += columns;
    }
    const blocks = lines.map((line) => {
      const cells = line.map(({ tile, at, columns }) => ({ at, columns, block: this.block(tile, span(columns)) }));
      return { cells, height: Math.max(0, ...cells.map(({ block }) => block.height)) };
    });
    return {
      height: stackHeight(blocks),
      place: ({ x, y, height: room }) => {
        const only = blocks.length === 1;
        let top = y;
        return blocks
          .map(({ cells, height }) => {
            const tall = only ? Math.max(height, room) : height;
            const drawn = cells.map(({ at, columns, block }) =>
              block.place({ x: x + at * (column + GAP), y: top, width: span(columns), height: tall }),
            );
            top += tall + GAP;
            return drawn.join('');
          })
          .join('');
      },
    };
  }

  #column(tiles: readonly Tile[], width: number): Block {
    const blocks = tiles.map((tile) => ({ tile, block: this.block(tile, width) }));
    const height = stackHeight(blocks.map(({ block }) => block));
    const growing = blocks.filter(({ tile }) => tile.kind === 'chart').length;
    return {
      height,
      place: ({ x, y, height: room }) => {
        const more = growing > 0 ? Math.max(0, room - height) / growing : 0;
        let top = y;
        return blocks
          .map(({ tile, block }) => {
            const tall = block.height + (tile.kind === 'chart' ? more : 0);
            const drawn = block.place({ x, y: top, width, height: tall });
            top += tall + GAP;
            return drawn;
          })
          .join('');
      },
    };
  }

  stack(tiles: readonly Tile[], width: number): Block {
    return this.#column(
      tiles.map((tile) =>
        tile.kind === 'chart' ? { kind: 'row', id: tile.id, columns: 12, white: false, children: [tile] } : tile,
      ),
      width,
    );
  }

  #tabs(tabs: readonly TabTile[], width: number): Block {
    const title = ({ title: own }: TabTile, index: number) => own || this.#t('dashboard.tab', { number: index + 1 });
    if (this.#wanted.allTabs) {
      const parts = tabs.flatMap((tab, index) => [
        this.#text(
          `<div style="font-size:15px;font-weight:640;padding-top:8px">${escapeXml(title(tab, index))}</div>`,
          width,
        ),
        this.stack(tab.children, width),
      ]);
      return below(parts, width);
    }
    const chosen = tabs.find(({ id }) => this.#wanted.tabs.includes(id)) ?? tabs[0];
    const names = tabs.map((tab, index) => {
      const own =
        tab === chosen
          ? 'color:var(--ink);font-weight:600;border-bottom:2px solid var(--accent)'
          : 'color:var(--ink-3)';
      return `<div style="padding:9px 0 ${tab === chosen ? 7 : 9}px;white-space:nowrap;${own}">${escapeXml(title(tab, index))}</div>`;
    });
    const bar = this.#text(
      `<div style="display:flex;gap:24px;border-bottom:1px solid var(--hair);overflow:hidden">${names.join('')}</div>`,
      width,
    );
    return chosen ? below([bar, this.stack(chosen.children, width)], width) : bar;
  }

  block(tile: Tile, width: number): Block {
    switch (tile.kind) {
      case 'row':
        return this.#row(tile.children, width, tile.columns);
      case 'column':
        return this.#column(tile.children, width);
      case 'chart':
        return this.#chart(tile);
      case 'markdown':
        return this.#text(
          `<div style="padding:4px 0;color:var(--ink-2);line-height:1.6"><div style="max-width:90ch;overflow-wrap:anywhere">${marked.parse(tile.source, { async: false, gfm: true, breaks: false })}</div></div>`,
          width,
          PROSE,
        );
      case 'header': {
        const size = { small: 13, medium: 15, large: 20 }[tile.size];
        return this.#text(
          `<div style="font-size:${size}px;font-weight:640;letter-spacing:-.01em;padding-top:8px">${escapeXml(tile.text)}</div>`,
          width,
        );
      }
      case 'divider':
        return {
          height: 1,
          place: ({ x, y, width: wide }) => rect(x, y, wide, 1, tokensOf(this.#wanted.mode)['hair']),
        };
      case 'tabs':
        return this.#tabs(tile.tabs, width);
    }
  }

  /** What stands where charts would. */
  empty(width: number): Block {
    const says = { title: this.#t('dashboard.empty'), text: this.#t('dashboard.emptyText') };
    return {
      height: EMPTY_HEIGHT,
      place: ({ x, y }) => stateFragment(says, width, EMPTY_HEIGHT, this.#wanted.mode).draw(x, y),
    };
  }

  title(): Block {
    const { title, width } = this.#wanted;
    if (!title) return { height: 0, place: () => '' };
    return this.#text(
      `<h1 style="letter-spacing:-.014em;line-height:1.25;margin:0;padding-top:4px">${escapeXml(title)}</h1>`,
      width - 2 * SIDE,
    );
  }
}

const stackHeight = (blocks: readonly { readonly height: number }[]): number =>
  blocks.reduce((sum, { height }) => sum + height, GAP * Math.max(0, blocks.length - 1));

const below = (blocks: readonly Block[], width: number): Block => ({
  height: stackHeight(blocks),
  place: ({ x, y }) => {
    let top = y;
    return blocks
      .map((block) => {
        const drawn = block.place({ x, y: top, width, height: block.height });
        top += block.height + GAP;
        return drawn;
      })
      .join('');
  },
});

/** The dashboard without its charts, and where they go. */
export function planDashboard(wanted: DashboardWanted): Plan {
  wear(wanted.tones);
  const page = new Page(wanted);
  const charts = wanted.charts.map(({ id, name }) => ({ id, slice_name: name }) as DashboardChart);
  const { tiles } = parseLayout(wanted.position, charts);
  const width = wanted.width - 2 * SIDE;
  const all = below(
    [page.title(), tiles.length > 0 ? page.stack(tiles, width) : page.empty(width)].filter(({ height }) => height > 0),
    width,
  );
  const inside = all.place({ x: SIDE, y: GAP, width, height: all.height });
  const height = Math.max(120, Math.ceil(all.height + GAP + 32));
  return {
    svg: document(inside, wanted.width, height, tokensOf(wanted.mode)['page'], wanted.title),
    width: wanted.width,
    height,
    charts: page.charts,
  };
}
