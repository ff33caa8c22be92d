import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureState } from '../ui/States';
import type { Visualization } from './visualization';

interface Props {
  readonly visualization: Visualization;
  readonly error: unknown;
  readonly action: ReactNode;
}

/** Names the plugin that failed, so that its maker can be told. */
export function PluginFailure({ visualization, error, action }: Props) {
  const { t } = useTranslation();
  const detail = error instanceof Error ? error.message : String(error);
  const text = t('plugin.failedText', { plugin: visualization.plugin, version: visualization.version, detail });
  return (
    <div className="plot-state" data-testid="plugin-failed" data-plugin={visualization.plugin}>
      <FailureState
        place="fill"
        title={t('plugin.failed', { title: visualization.title })}
        error={new Error(text)}
        actions={action}
      />
    </div>
  );
}
