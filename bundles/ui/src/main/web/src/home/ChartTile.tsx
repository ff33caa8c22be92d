import { Link } from 'react-router';
import type { ChartRow } from '../api/types';
import { useRegistry } from '../chart/registry';
import { VizPicture } from '../chart/VizPicture';
import { VizName } from '../lists/cells';
import { Age } from '../ui/Age';
import { Thumbnail } from './Thumbnail';
import './tiles.css';

export function ChartTile({ row }: { row: ChartRow }) {
  const one = useRegistry().byType.get(row.viz_type);
  return (
    <Link to={row.url} className="card tile" data-testid="chart-tile">
      <Thumbnail
        url={row.thumbnail_url}
        otherwise={
          <div className="miniature single" aria-hidden="true">
            <VizPicture one={one} vizType={row.viz_type} />
          </div>
        }
      />
      <div className="tile-text">
        <b>{row.slice_name}</b>
        <span>
          <VizName vizType={row.viz_type} />
          {row.datasource_name_text ? ` · ${row.datasource_name_text}` : ''} · <Age iso={row.changed_on_utc} />
        </span>
      </div>
    </Link>
  );
}
