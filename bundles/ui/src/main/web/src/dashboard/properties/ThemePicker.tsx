import { useTranslation } from 'react-i18next';
import { useThemes } from '../../looks/themeApi';

interface Props {
  readonly value: number | null;
  readonly onChange: (theme: number | null) => void;
}

/** The theme a dashboard is drawn with. Nothing where there is none to choose. */
export function ThemePicker({ value, onChange }: Props) {
  const { t } = useTranslation();
  const { data: themes = [] } = useThemes();
  if (themes.length === 0) return null;
  return (
    <div className="field">
      <label htmlFor="board-theme">{t('board.field.theme')}</label>
      <select
        id="board-theme"
        className="input"
        value={value ?? ''}
        onChange={({ currentTarget: { value: id } }) => onChange(id === '' ? null : Number(id))}
      >
        <option value="">{t('board.noTheme')}</option>
        {themes.map(({ id, theme_name }) => (
          <option key={id} value={id}>
            {theme_name}
          </option>
        ))}
      </select>
      <span className="hint">{t('board.themeHint')}</span>
    </div>
  );
}
