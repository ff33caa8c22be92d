import { useTranslation } from 'react-i18next';
import { chooseTheme, useMode } from '../style/theme';
import { Icon } from '../ui/Icon';

/** Light or dark, for the whole page: a chart is judged on the ground it stands on. */
export function ThemeSwitch() {
  const { t } = useTranslation();
  const mode = useMode();
  return (
    <div className="switcher" role="group" aria-label={t('theme.label')}>
      {(['light', 'dark'] as const).map((one) => (
        <button
          key={one}
          type="button"
          className="btn small"
          aria-pressed={mode === one}
          onClick={() => chooseTheme(one)}
        >
          <Icon name={one === 'light' ? 'sun' : 'moon'} size={14} />
          {t(`theme.${one}`)}
        </button>
      ))}
    </div>
  );
}
