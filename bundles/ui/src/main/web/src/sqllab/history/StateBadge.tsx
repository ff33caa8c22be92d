import { useTranslation } from 'react-i18next';
import type { RunState } from '../types';

const looks: Readonly<Record<RunState, string>> = {
  pending: '',
  running: '',
  scheduled: '',
  success: 'good',
  failed: 'bad',
  timed_out: 'bad',
  stopped: 'warn',
};

export function StateBadge({ state }: { state: RunState }) {
  const { t } = useTranslation();
  return <span className={`badge ${looks[state] ?? ''}`}>{t(`lab.state.short.${state}`)}</span>;
}
