import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Tabs } from '../ui/Tabs';
import { ChartCard } from './ChartCard';
import type { Tile } from './layout';

const Markdown = lazy(() => import('./Markdown'));

export function TileView({ tile }: { tile: Tile }) {
  switch (tile.kind) {
    case 'row':
      return (
        <div className="tile-row">
          {tile.children.map((child) => (
            <TileView key={child.id} tile={child} />
          ))}
        </div>
      );
    case 'column':
      return (
        <div className="tile-column" style={{ gridColumn: `span ${tile.width}` }}>
          {tile.children.map((child) => (
            <TileView key={child.id} tile={child} />
          ))}
        </div>
      );
    case 'chart':
      return <ChartCard tile={tile} />;
    case 'markdown':
      return (
        <div className="markdown" style={{ gridColumn: `span ${tile.width}` }}>
          <Suspense fallback={<div className="skeleton" style={{ height: 60 }} />}>
            <Markdown source={tile.source} />
          </Suspense>
        </div>
      );
    case 'header':
      return <h2 className={`tile-header ${tile.size}`}>{tile.text}</h2>;
    case 'divider':
      return <hr className="tile-divider" />;
    case 'tabs':
      return <TabbedTiles tile={tile} />;
  }
}

function TabbedTiles({ tile }: { tile: Extract<Tile, { kind: 'tabs' }> }) {
  const { t } = useTranslation();
  const [chosen, choose] = useState(tile.tabs[0]?.id ?? '');
  const tab = tile.tabs.find(({ id }) => id === chosen) ?? tile.tabs[0];
  return (
    <div className="tile-tabs">
      <Tabs
        label={t('dashboard.tabs')}
        items={tile.tabs.map(({ id, title }, index) => ({
          key: id,
          title: title || t('dashboard.tab', { number: index + 1 }),
        }))}
        value={tab?.id ?? ''}
        onChange={choose}
        panelClassName="tile-panel"
        panel={tab?.children.map((child) => (
          <TileView key={child.id} tile={child} />
        ))}
      />
    </div>
  );
}
