import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { CurrencyField } from '../pairs';
import type { ColumnConfig } from './columnConfig';
import { numberFormats, timeFormats } from './formats';
import { NumberPart, Part, SelectPart, SwitchPart, TextPart, ThreeWayPart } from './Part';
import type { Shown } from './shownColumns';

interface Props {
  readonly column: Shown;
  readonly config: ColumnConfig;
  readonly onChange: (patch: ColumnConfig) => void;
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** What can be said about one column; what is not said is as the chart has it. */
export function ColumnEditor({ column, config, onChange }: Props) {
  const { t } = useTranslation();
  const currency = useId();
  const usual = t('tables.usual');
  return (
    <div className="parts" role="group" aria-label={column.label} data-testid="column-editor">
      <strong>{column.label}</strong>
      <SwitchPart
        title={t('tables.visible')}
        value={config.visible !== false}
        onChange={(visible) => onChange({ visible: visible ? undefined : false })}
      />
      <TextPart
        title={t('tables.ownName')}
        value={config.customColumnName}
        onChange={(customColumnName) => onChange({ customColumnName })}
      />
      <div className="pair">
        <NumberPart
          title={t('tables.width')}
          least={20}
          value={config.columnWidth}
          onChange={(columnWidth) => onChange({ columnWidth })}
        />
        <SelectPart
          title={t('tables.align')}
          value={config.horizontalAlign ?? null}
          choices={[
            { value: null, title: t('tables.byType') },
            ...(['left', 'center', 'right'] as const).map((value) => ({ value, title: t(`tables.${value}`) })),
          ]}
          onChange={(chosen) => onChange({ horizontalAlign: text(chosen) })}
        />
      </div>
      {column.kind === 'number' ? (
        <>
          <SelectPart
            title={t('tables.numberFormat')}
            value={config.d3NumberFormat ?? null}
            choices={numberFormats(usual)}
            free
            onChange={(chosen) => onChange({ d3NumberFormat: text(chosen) })}
          />
          <SelectPart
            title={t('tables.smallFormat')}
            value={config.d3SmallNumberFormat ?? null}
            choices={numberFormats(t('tables.sameFormat'))}
            free
            onChange={(chosen) => onChange({ d3SmallNumberFormat: text(chosen) })}
          />
          <Part title={t('tables.currency')} id={currency}>
            <CurrencyField
              id={currency}
              value={config.currencyFormat}
              onChange={(currencyFormat) => onChange({ currencyFormat: currencyFormat ?? undefined })}
            />
          </Part>
          <ThreeWayPart
            title={t('tables.bars')}
            value={config.showCellBars}
            onChange={(showCellBars) => onChange({ showCellBars })}
          />
          <ThreeWayPart
            title={t('tables.barsFromLeft')}
            value={config.alignPositiveNegative}
            onChange={(alignPositiveNegative) => onChange({ alignPositiveNegative })}
          />
          <ThreeWayPart
            title={t('tables.signColors')}
            value={config.colorPositiveNegative}
            onChange={(colorPositiveNegative) => onChange({ colorPositiveNegative })}
          />
        </>
      ) : null}
      {column.kind === 'time' ? (
        <SelectPart
          title={t('tables.timeFormat')}
          value={config.d3TimeFormat ?? null}
          choices={timeFormats(usual)}
          free
          onChange={(chosen) => onChange({ d3TimeFormat: text(chosen) })}
        />
      ) : null}
      {column.kind === 'text' ? (
        <SwitchPart
          title={t('tables.truncate')}
          value={config.truncateLongCells !== false}
          onChange={(truncate) => onChange({ truncateLongCells: truncate ? undefined : false })}
        />
      ) : null}
    </div>
  );
}
