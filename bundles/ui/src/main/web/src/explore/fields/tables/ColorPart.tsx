import { useId } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly title: string;
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
}

/** Superset's names for what the theme colours, with the theme's own. */
const named = [
  ['colorSuccess', '--good'],
  ['colorWarning', '--c2'],
  ['colorError', '--bad'],
  ['colorPrimary', '--accent'],
] as const;
const others = ['#6f58cb', '#b13656', '#51b787', '#97c4ec', '#523d2c'];

/** A colour that follows the theme, or one of one's own. */
export function ColorPart({ title, value, onChange }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const own = value?.startsWith('#') ? value : '#888888';
  return (
    <div className="part" role="group" aria-labelledby={id}>
      <span id={id} className="label">
        {title}
      </span>
      <div className="swatch-row">
        {named.map(([name, token]) => (
          <button
            key={name}
            type="button"
            className="swatch-button"
            style={{ background: `var(${token})` }}
            aria-label={t(`tables.${name}`)}
            title={t(`tables.${name}`)}
            aria-pressed={value === name}
            onClick={() => onChange(name)}
          />
        ))}
        {others.map((color) => (
          <button
            key={color}
            type="button"
            className="swatch-button"
            style={{ background: color }}
            aria-label={color}
            aria-pressed={value === color}
            onClick={() => onChange(color)}
          />
        ))}
        <input
          type="color"
          className="swatch-own"
          aria-label={t('tables.ownColor')}
          title={t('tables.ownColor')}
          value={own}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </div>
    </div>
  );
}
