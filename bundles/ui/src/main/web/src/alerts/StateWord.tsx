import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../ui/Icon';
import type { Kind, RunState } from './types';

const looks: Readonly<Record<RunState, readonly [string, IconName]>> = {
  Success: ['good', 'check'],
  Working: ['on', 'refresh'],
  Error: ['bad', 'alert'],
  'Not triggered': ['', 'moon'],
  'On Grace': ['warn', 'clock'],
};

const keys: Readonly<Record<RunState, string>> = {
  Success: 'success',
  Working: 'working',
  Error: 'error',
  'Not triggered': 'notTriggered',
  'On Grace': 'onGrace',
};

export const stateKey = (kind: Kind, state: RunState) =>
  kind === 'Alert' && state === 'Success' ? 'alerts.state.fired' : `alerts.state.${keys[state]}`;

interface Props {
  readonly kind: Kind;
  readonly state: RunState;
  /** It is the state of what never ran. */
  readonly never?: boolean;
}

/** How it stands, in a word, a colour and a sign. */
export function StateWord({ kind, state, never = false }: Props) {
  const { t } = useTranslation();
  if (never) return <span className="muted">{t('alerts.state.never')}</span>;
  const [look, icon] = kind === 'Alert' && state === 'Success' ? (['warn', 'bell'] as const) : looks[state];
  return (
    <span className={`badge run-state ${look}`} data-state={state}>
      <Icon name={icon} size={12} />
      {t(stateKey(kind, state))}
    </span>
  );
}
