import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/States';
import type { Visualization } from './visualization';

interface Props {
  readonly vizType: string;
  readonly last: Visualization | undefined;
  readonly problem: string | undefined;
  readonly action?: ReactNode;
}

/** Calm: the chart is not lost, only what draws it is away. It comes back by itself when the plugin does. */
export function MissingPlugin({ vizType, last, problem, action }: Props) {
  const { t } = useTranslation();
  const name = last?.plugin ?? vizType;
  const text = problem
    ? t('plugin.refusedText', { name, problem })
    : last
      ? t('plugin.leftText', { name, vizType })
      : t('plugin.missingText', { vizType });
  return (
    <div className="plot-state" data-testid="plugin-missing" data-viz-type={vizType}>
      <EmptyState
        place="fill"
        icon="plugins"
        title={t('plugin.missing', { name: last?.title ?? vizType })}
        text={text}
        actions={action}
      />
    </div>
  );
}
