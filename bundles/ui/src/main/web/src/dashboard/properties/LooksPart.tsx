import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { Page } from '../../api/types';
import { colorsOf, schemeOf, schemes } from '../../chart/schemes';
import { useMode } from '../../style/theme';
import { Icon } from '../../ui/Icon';
import { boardCss } from '../boardCss';
import { labelColors, withSetting, type LabelColors } from './metadata';
import type { PartProps } from './PropertiesDialog';
import { ThemePicker } from './ThemePicker';

/** Colours of the charts, and the dashboard's own CSS. */
export function LooksPart({ value, set }: PartProps) {
  const { t } = useTranslation();
  const mode = useMode();
  const scheme = String(value.metadata['color_scheme'] ?? '');
  const chosen = schemeOf(scheme);
  const offered = schemes.filter((one) => one.kind === 'categorical');
  const setting = (name: string, to: unknown) => set({ metadata: withSetting(value.metadata, name, to) });
  return (
    <>
      <ThemePicker value={value.theme_id} onChange={(theme_id) => set({ theme_id })} />
      <div className="field">
        <label htmlFor="board-scheme">{t('board.field.color_scheme')}</label>
        <select
          id="board-scheme"
          className="input"
          value={scheme}
          onChange={(event) => setting('color_scheme', event.currentTarget.value)}
        >
          <option value="">{t('board.ownScheme')}</option>
          {scheme && !offered.some(({ id }) => id === scheme) ? <option value={scheme}>{scheme}</option> : null}
          {offered.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
        {chosen ? (
          <span className="swatches" aria-hidden="true">
            {colorsOf(chosen, mode)
              .slice(0, 14)
              .map((color) => (
                <i key={color} style={{ background: color }} />
              ))}
          </span>
        ) : null}
      </div>
      <Labels
        value={labelColors(value.metadata)}
        onChange={(list) => setting('label_colors', Object.fromEntries(list))}
      />
      <Css value={value.css} onChange={(css) => set({ css })} />
    </>
  );
}

function Labels({ value, onChange }: { value: LabelColors; onChange: (list: LabelColors) => void }) {
  const { t } = useTranslation();
  const change = (at: number, entry: LabelColors[number]) =>
    onChange(value.map((old, index) => (index === at ? entry : old)));
  return (
    <fieldset className="field">
      <legend className="label">{t('board.field.label_colors')}</legend>
      {value.map(([label, color], index) => (
        <div key={index} className="label-color">
          <input
            className="input"
            aria-label={t('board.label')}
            value={label}
            onChange={(event) => change(index, [event.currentTarget.value, color])}
          />
          <input
            type="color"
            aria-label={t('board.colorOf', { label })}
            value={/^#[0-9a-f]{6}$/i.test(color) ? color : '#888888'}
            onChange={(event) => change(index, [label, event.currentTarget.value])}
          />
          <button
            type="button"
            className="btn icon-only ghost"
            aria-label={t('board.remove', { name: label })}
            onClick={() => onChange(value.filter((_, other) => other !== index))}
          >
            <Icon name="close" size={13} />
          </button>
        </div>
      ))}
      <div>
        <button type="button" className="btn small" onClick={() => onChange([...value, ['', '#0f6e84']])}>
          <Icon name="plus" size={13} />
          {t('board.addLabel')}
        </button>
      </div>
      <span className="hint">{t('board.labelHint')}</span>
    </fieldset>
  );
}

interface Template {
  readonly id: number;
  readonly template_name: string;
  readonly css: string;
}

function Css({ value, onChange }: { value: string; onChange: (css: string) => void }) {
  const { t } = useTranslation();
  const checked = useMemo(() => boardCss(value), [value]);
  const templates = useQuery({
    queryKey: ['css-templates'],
    retry: false,
    queryFn: async ({ signal }) => (await api<Page<Template>>('/api/v1/css_template/', { signal })).result,
  });
  return (
    <div className="field">
      <span className="css-head">
        <label htmlFor="board-css">{t('board.field.css')}</label>
        {(templates.data ?? []).length > 0 ? (
          <select
            aria-label={t('board.template')}
            className="input"
            value=""
            onChange={(event) => {
              const found = templates.data?.find(({ id }) => String(id) === event.currentTarget.value);
              if (found) onChange(value.trim() ? `${value.trimEnd()}\n\n${found.css}` : found.css);
            }}
          >
            <option value="">{t('board.template')}</option>
            {templates.data?.map(({ id, template_name }) => (
              <option key={id} value={id}>
                {template_name}
              </option>
            ))}
          </select>
        ) : null}
      </span>
      <textarea
        id="board-css"
        className="input code"
        rows={9}
        spellCheck={false}
        value={value}
        placeholder={'.chart-card { border-radius: 0; }'}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <span className="hint">{t('board.cssHint')}</span>
      {checked.refused.length > 0 ? (
        <p className="problem" role="status">
          {t('board.cssRefused', { list: checked.refused.slice(0, 4).join(' · ') })}
        </p>
      ) : null}
    </div>
  );
}
