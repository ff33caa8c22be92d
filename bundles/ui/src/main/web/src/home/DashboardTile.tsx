import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useDashboard, useDashboardCharts } from '../api/queries';
import type { DashboardRow } from '../api/types';
import { parseLayout, type Tile } from '../dashboard/layout';
import { useRegistry } from '../chart/registry';
import { Age } from '../ui/Age';
import { shapes, shapeOf } from '../chart/shapes';
import './tiles.css';

export function DashboardTile({ row }: { row: DashboardRow }) {
  const { t } = useTranslation();
  return (
    <Link to={row.url} className="card tile" data-testid="dashboard-tile">
      <Miniature id={String(row.id)} />
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

function MiniTile({ tile, types }: { tile: Tile; types: ReadonlyMap<number, string> }) {
  const { byType } = useRegistry();
  switch (tile.kind) {
    case 'row':
      return (
        <div className="mini-row">
          {tile.children.map((child) => (
            <MiniTile key={child.id} tile={child} types={types} />
          ))}
        </div>
      );
    case 'column':
      return (
        <div className="mini-column" style={{ flexGrow: tile.width }}>
          {tile.children.map((child) => (
            <MiniTile key={child.id} tile={child} types={types} />
          ))}
        </div>
      );
    case 'tabs':
      return tile.tabs[0]?.children.slice(0, 4).map((child) => <MiniTile key={child.id} tile={child} types={types} />);
    case 'chart': {
      const type = types.get(tile.chartId) ?? '';
      const shape = shapeOf(byType.get(type)?.category, type);
      return (
        <svg
          className="mini-chart"
          style={{ flexGrow: tile.width, minHeight: Math.max(28, Math.min(tile.height / 6, 62)) }}
          viewBox="0 0 40 24"
          preserveAspectRatio={shape === 'ring' ? 'xMidYMid meet' : 'none'}
        >
          <path d={shapes[shape]} />
        </svg>
      );
    }
    default:
      return <div className="mini-text" />;
  }
}
