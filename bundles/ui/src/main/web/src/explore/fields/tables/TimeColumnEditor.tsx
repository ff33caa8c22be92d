import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { BoundsField } from '../pairs';
import { numberFormats, timeFormats } from './formats';
import { NumberPart, Part, SelectPart, SwitchPart, TextPart } from './Part';
import { colTypes, comparisons, freeKey, sparkTypes, type TimeColumn } from './timeColumns';

interface Props {
  readonly column: TimeColumn | undefined;
  readonly taken: readonly string[];
  readonly onDone: (column: TimeColumn) => void;
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

export function TimeColumnEditor({ column, taken, onDone }: Props) {
  const { t } = useTranslation();
  const [bounds, axis] = [useId(), useId()];
  const [draft, setDraft] = useState<TimeColumn>(
    column ?? { key: freeKey(taken), label: '', colType: 'time', timeLag: 1, comparisonType: 'perc_change' },
  );
  const change = (patch: Partial<TimeColumn>) => setDraft((now) => ({ ...now, ...patch }));
  const spark = draft.colType === 'spark';
  const done = (event: FormEvent) => {
    event.preventDefault();
    onDone(draft);
  };
  return (
    <form className="parts" onSubmit={done} data-testid="time-column-editor">
      <TextPart title={t('tables.title')} value={draft.label} onChange={(label) => change({ label: label ?? '' })} />
      <SelectPart
        title={t('tables.shows')}
        value={draft.colType}
        choices={colTypes.map((value) => ({ value, title: t(`tables.shows_${value}`) }))}
        onChange={(chosen) => change({ colType: colTypes.find((one) => one === chosen) ?? 'time' })}
      />
      {draft.colType === 'time' ? (
        <div className="pair">
          <NumberPart title={t('tables.lag')} value={draft.timeLag} onChange={(timeLag) => change({ timeLag })} />
          <SelectPart
            title={t('tables.comparison')}
            value={draft.comparisonType ?? 'value'}
            choices={comparisons.map((value) => ({ value, title: t(`tables.comparison_${value}`) }))}
            onChange={(comparisonType) => change({ comparisonType: text(comparisonType) })}
          />
        </div>
      ) : null}
      {draft.colType === 'avg' || spark ? (
        <NumberPart
          title={t(spark ? 'tables.ratio' : 'tables.periods')}
          least={0}
          value={draft.timeRatio}
          onChange={(timeRatio) => change({ timeRatio })}
        />
      ) : null}
      {spark ? (
        <>
          <SelectPart
            title={t('tables.sparkType')}
            value={draft.sparkType ?? 'line'}
            choices={sparkTypes.map((value) => ({ value, title: t(`tables.spark_${value}`) }))}
            onChange={(sparkType) => change({ sparkType: text(sparkType) })}
          />
          <div className="pair">
            <NumberPart
              title={t('tables.width')}
              least={40}
              value={draft.width}
              onChange={(width) => change({ width })}
            />
            <NumberPart
              title={t('tables.height')}
              least={16}
              value={draft.height}
              onChange={(height) => change({ height })}
            />
          </div>
          <SwitchPart
            title={t('tables.axis')}
            value={draft.showYAxis === true}
            onChange={(showYAxis) => change({ showYAxis })}
          />
          <Part title={t('tables.axisBounds')} id={axis}>
            <BoundsField id={axis} value={draft.yAxisBounds} onChange={(yAxisBounds) => change({ yAxisBounds })} />
          </Part>
          <SelectPart
            title={t('tables.timeFormat')}
            value={draft.dateFormat ?? null}
            choices={timeFormats(t('tables.usual'))}
            free
            onChange={(chosen) => change({ dateFormat: text(chosen) })}
          />
        </>
      ) : (
        <Part title={t('tables.colorBounds')} id={bounds}>
          <BoundsField id={bounds} value={draft.bounds} onChange={(next) => change({ bounds: next })} />
        </Part>
      )}
      <SelectPart
        title={t('tables.numberFormat')}
        value={draft.d3format ?? null}
        choices={numberFormats(t('tables.usual'))}
        free
        onChange={(chosen) => change({ d3format: text(chosen) })}
      />
      <TextPart title={t('tables.tooltip')} value={draft.tooltip} onChange={(tooltip) => change({ tooltip })} />
      <button type="submit" className="btn primary small">
        {t('action.apply')}
      </button>
    </form>
  );
}
