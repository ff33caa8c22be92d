import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDashboard, useDashboardCharts } from '../api/queries';
import type { DashboardRow } from '../api/types';
import { parseLayout, type Tile } from '../dashboard/layout';
import { useRegistry } from '../chart/registry';
import { Age } from '../ui/Age';
import { shapes, shapeOf } from '../chart/shapes';
import { Thumbnail } from './Thumbnail';
import './tiles.css';

export function DashboardTile({ row }: { row: DashboardRow }) {
  const { t } = useTranslation();
  return (
    <Link to={row.url} className="card tile" data-testid="dashboard-tile">
      <Thumbnail url={row.thumbnail_url} otherwise={<Miniature id={String(row.id)} />} />
      <div className="tile-text">
        <b>{row.dashboard_title}</b>
        <span>
          {row.status === 'draft' ? <em>{t('status.draft')} · </em> : null}
          <Age iso={row.changed_on_utc} />
          {row.changed_by_name ? ` · ${row.changed_by_name}` : ''}
        </span>
      </div>
    </Link>
  );
}

/** The dashboard's own layout in small, each chart as a sketch of its kind. */
function Miniature({ id }: { id: string }) {
  const dashboard = useDashboard(id);
  const charts = useDashboardCharts(id);
  if (!dashboard.data || !charts.data) return <div className="miniature" aria-hidden="true" />;
  const types = new Map(charts.data.map((chart) => [chart.id, String(chart.form_data['viz_type'] ?? '')]));
  const layout = parseLayout(dashboard.data.position_json, charts.data);
  return (
    <div className="miniature" aria-hidden="true">
      {layout.tiles.slice(0, 5).map((tile) => (
        <MiniTile key={tile.id} tile={tile} types={types} />
      ))}
    </div>
  );
}

const heightOf = (tile: Tile): number => {
  if (tile.kind === 'chart') return Math.max(24, Math.min(tile.height / 6, 58));
  if (tile.kind === 'row') return Math.max(0, ...tile.children.map(heightOf));
  return tile.kind === 'column' ? tile.children.reduce((sum, child) => sum + heightOf(child), 0) : 5;
};

function MiniTile({ tile, types }: { tile: Tile; types: ReadonlyMap<number, string> }) {
  const { byType } = useRegistry();
  const children = (tiles: readonly Tile[]) =>
    tiles.map((child) => <MiniTile key={child.id} tile={child} types={types} />);
  switch (tile.kind) {
    case 'row':
      return (
        <div className="mini-row" style={{ flexBasis: heightOf(tile) }}>
          {children(tile.children)}
        </div>
      );
    case 'column':
      return (
        <div className="mini-column" style={{ flexGrow: tile.width }}>
          {children(tile.children)}
        </div>
      );
    case 'tabs':
      return children(tile.tabs[0]?.children.slice(0, 4) ?? []);
    case 'chart': {
      const type = types.get(tile.chartId) ?? '';
      const shape = shapeOf(byType.get(type)?.category, type);
      return (
        <span className="mini-chart" style={{ flexGrow: tile.width }}>
          <svg
            viewBox="0 0 40 24"
            preserveAspectRatio={shape === 'ring' || shape === 'number' ? 'xMidYMid meet' : 'none'}
          >
            <path d={shapes[shape]} />
          </svg>
        </span>
      );
    }
    default:
      return <div className="mini-text" />;
  }
}
