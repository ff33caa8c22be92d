import { lazy, memo, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/Icon';
import { Tabs } from '../ui/Tabs';
import { ChartCard } from './ChartCard';
import type { Tile } from './layout';
import { useOpenTabs } from './share/openTabs';
import { useCopy } from './share/ShareMenu';

const Markdown = lazy(() => import('./Markdown'));

/** Drawn anew only when the layout changes: what else concerns a card it hears itself. */
export const TileView = memo(function TileView({ tile }: { tile: Tile }) {
  switch (tile.kind) {
    case 'row':
      return (
        <div
          id={tile.id}
          className={tile.white ? 'tile-row white' : 'tile-row'}
          style={tile.columns === 12 ? undefined : { gridTemplateColumns: `repeat(${tile.columns}, minmax(0, 1fr))` }}
        >
          {tile.children.map((child) => (
            <TileView key={child.id} tile={child} />
          ))}
        </div>
      );
    case 'column':
      return (
        <div
          id={tile.id}
          className={tile.white ? 'tile-column white' : 'tile-column'}
          style={{ gridColumn: `span ${tile.width}` }}
        >
          {tile.children.map((child) => (
            <TileView key={child.id} tile={child} />
          ))}
        </div>
      );
    case 'chart':
      return <ChartCard tile={tile} />;
    case 'markdown':
      return (
        <div id={tile.id} className="markdown" style={{ gridColumn: `span ${tile.width}` }}>
          <Suspense fallback={<div className="skeleton" style={{ height: 60 }} />}>
            <Markdown source={tile.source} />
          </Suspense>
        </div>
      );
    case 'header':
      return (
        <h2 id={tile.id} className={`tile-header ${tile.size}${tile.white ? ' white' : ''}`}>
          {tile.text}
        </h2>
      );
    case 'divider':
      return <hr className="tile-divider" />;
    case 'tabs':
      return <TabbedTiles tile={tile} />;
  }
});

function TabbedTiles({ tile }: { tile: Extract<Tile, { kind: 'tabs' }> }) {
  const { t } = useTranslation();
  const { open, choose } = useOpenTabs();
  const copy = useCopy();
  const tab = tile.tabs.find(({ id }) => id === open[tile.id]) ?? tile.tabs[0];
  return (
    <div className="tile-tabs" id={tab?.id ?? tile.id}>
      <Tabs
        label={t('dashboard.tabs')}
        items={tile.tabs.map(({ id, title }, index) => ({
          key: id,
          title: title || t('dashboard.tab', { number: index + 1 }),
        }))}
        value={tab?.id ?? ''}
        onChange={(next) => choose(tile.id, next)}
        beside={
          tab ? (
            <button
              type="button"
              className="btn ghost small icon-only tab-link"
              aria-label={t('board.share.tabLink', { name: tab.title })}
              title={t('board.share.tabLink', { name: tab.title })}
              data-testid="tab-link"
              onClick={() => void copy(`${location.origin}${location.pathname}${location.search}#${tab.id}`)}
            >
              <Icon name="link" size={13} />
            </button>
          ) : null
        }
        panelClassName="tile-panel"
        panel={tab?.children.map((child) => (
          <TileView key={child.id} tile={child} />
        ))}
      />
    </div>
  );
}
