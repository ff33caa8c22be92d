import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { bootstrap } from '../api/bootstrap';
import { tokensOf } from '../render/look';
import { colorsOf, modes, type Mode, type Tones } from './tones';

/** Every colour of the page in a mode, before a theme changes some. */
export const baseOf = (mode: Mode): Readonly<Record<string, string>> => ({
  ...tokensOf(mode),
  ...bootstrap.brand[mode],
});

const properties = (mode: Mode, tones: Tones): CSSProperties =>
  Object.fromEntries(
    Object.entries({ ...baseOf(mode), ...colorsOf(tones[mode]) }).map(([token, color]) => [`--${token}`, color]),
  );

const heights = [58, 44, 66, 36, 50, 28, 40, 22];

/** A small dashboard by day and by night. */
export function ThemePreview({ title, tones }: { title: string; tones: Tones }) {
  const { t } = useTranslation();
  return (
    <div className="theme-previews">
      {modes.map((mode) => (
        <figure key={mode} data-testid={`theme-preview-${mode}`} style={properties(mode, tones)}>
          <figcaption>{t(`themes.${mode}`)}</figcaption>
          <div className="theme-card" aria-hidden="true">
            <b>{title || t('themes.new')}</b>
            <small>{t('themes.sample')}</small>
            <svg viewBox="0 0 160 70" preserveAspectRatio="none">
              {heights.map((height, index) => (
                <rect
                  key={index}
                  x={index * 20 + 2}
                  y={70 - height}
                  width={16}
                  height={height}
                  style={{ fill: `var(--c${index + 1})` }}
                />
              ))}
            </svg>
            <span className="theme-signs">
              <i style={{ color: 'var(--good)' }}>+4 %</i>
              <i style={{ color: 'var(--warn)' }}>±0 %</i>
              <i style={{ color: 'var(--bad)' }}>−2 %</i>
              <em>{t('action.save')}</em>
            </span>
          </div>
        </figure>
      ))}
    </div>
  );
}
