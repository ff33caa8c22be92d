import { useTranslation } from 'react-i18next';
import { shapeOf } from './shapes';

const bars = [46, 72, 58, 88, 64, 40, 78, 52, 68, 34];
const dots = [8, 62, 18, 40, 30, 55, 38, 28, 47, 47, 58, 22, 66, 50, 76, 30, 88, 16];

/** The outline of what comes, so the page does not jump and says at once what kind of chart it will be. */
export function ChartSkeleton({ category, vizType }: { category?: string | undefined; vizType: string }) {
  const { t } = useTranslation();
  const shape = shapeOf(category, vizType);
  return (
    <div
      className={`chart-skeleton ${shape}`}
      role="status"
      aria-label={t('chart.loading')}
      data-testid="chart-loading"
    >
      {shape === 'number' ? (
        <>
          <i className="skeleton wide" />
          <i className="skeleton thin" />
        </>
      ) : shape === 'table' ? (
        bars.map((width, index) => (
          <i key={index} className="row">
            <b className="skeleton" style={{ width: `${width / 2 + 10}%` }} />
            <b className="skeleton" style={{ width: '12%' }} />
          </i>
        ))
      ) : shape === 'ring' ? (
        <i className="skeleton circle" />
      ) : shape === 'wave' ? (
        <svg viewBox="0 0 100 40" preserveAspectRatio="none" className="skeleton-line">
          <path d="M0 28C8 24 12 12 20 14s10 14 20 12 12-20 22-18 10 16 18 14 12-10 20-8V40H0Z" />
        </svg>
      ) : shape === 'dots' ? (
        dots.map((x, index) =>
          index % 2 === 0 ? (
            <i key={index} className="skeleton dot" style={{ left: `${x}%`, top: `${dots[index + 1] ?? 50}%` }} />
          ) : null,
        )
      ) : (
        bars.map((height, index) => <i key={index} className="skeleton" style={{ height: `${height}%` }} />)
      )}
    </div>
  );
}
