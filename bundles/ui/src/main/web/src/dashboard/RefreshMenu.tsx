import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/Icon';
import { Menu } from '../ui/overlays';
import { intervals } from './useAutoRefresh';

interface Props {
  readonly seconds: number;
  readonly onRefresh: () => void;
  readonly onChoose: (seconds: number) => void;
}

/** Refresh now, or by the clock. */
export function RefreshMenu({ seconds, onRefresh, onChoose }: Props) {
  const { t } = useTranslation();
  return (
    <div className="btn-pair">
      <button
        type="button"
        className="btn refresh-now"
        onClick={onRefresh}
        data-testid="refresh-all"
        aria-label={t('dashboard.refreshAll')}
        title={`${t('dashboard.refreshAll')} (r)`}
      >
        <Icon name="refresh" />
      </button>
      <Menu position="bottom-end" width={210} withInitialFocusPlaceholder={false} transitionProps={{ duration: 100 }}>
        <Menu.Target>
          <button
            type="button"
            className={seconds > 0 ? 'btn on' : 'btn icon-only'}
            aria-label={
              seconds > 0 ? t('refresh.every', { interval: t(`refresh.intervals.${seconds}`) }) : t('refresh.auto')
            }
            title={t('refresh.auto')}
            data-testid="auto-refresh"
          >
            {seconds > 0 ? t(`refresh.short.${seconds}`, { defaultValue: `${seconds} s` }) : null}
            <Icon name="down" size={12} />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('refresh.auto')}</Menu.Label>
          {intervals.map((interval) => (
            <Menu.Item
              key={interval}
              onClick={() => onChoose(interval)}
              data-testid={`refresh-${interval}`}
              role="menuitemradio"
              aria-checked={interval === seconds}
              rightSection={interval === seconds ? <Icon name="check" size={14} /> : null}
            >
              {t(`refresh.intervals.${interval}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
