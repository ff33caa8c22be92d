import './vizPicture.css';
import { shapes, shapeOf } from './shapes';
import type { Visualization } from './visualization';

/** The plugin's own little picture of its chart, or a sketch of its kind. */
export const VizPicture = ({ one, vizType }: { one: Visualization | undefined; vizType: string }) =>
  one?.thumbnail ? (
    <img src={one.thumbnail} alt="" loading="lazy" />
  ) : (
    <svg className="viz-sketch" viewBox="0 0 40 24" preserveAspectRatio="xMidYMid meet" aria-hidden="true">
      <path d={shapes[shapeOf(one?.category, vizType)]} />
    </svg>
  );
