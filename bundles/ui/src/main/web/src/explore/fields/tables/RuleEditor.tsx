import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ColorPart } from './ColorPart';
import { NumberPart, SelectPart, SwitchPart, TextPart } from './Part';
import { arity, lookOf, operatorsOf, targetOf, withLook, withTarget, type Rule } from './rules';
import type { Shown } from './shownColumns';

interface Props {
  readonly columns: readonly Shown[];
  readonly rule: Rule | undefined;
  readonly onDone: (rule: Rule) => void;
}

const looks = ['background', 'text', 'bar'] as const;

/** When a rule holds, what it colours, and how. */
export function RuleEditor({ columns, rule, onDone }: Props) {
  const { t } = useTranslation();
  const first = columns.find(({ kind }) => kind === 'number') ?? columns[0];
  const [draft, setDraft] = useState<Rule>(
    rule ?? { column: first?.name ?? '', operator: first?.kind === 'number' ? '>' : '=', colorScheme: 'colorSuccess' },
  );
  const kind = columns.find(({ name }) => name === draft.column)?.kind ?? 'number';
  const operators = operatorsOf(kind);
  const operator = operators.includes(draft.operator ?? 'None') ? (draft.operator ?? 'None') : (operators[0] ?? 'None');
  const values = arity(operator);
  const change = (patch: Partial<Rule>) => setDraft((now) => ({ ...now, ...patch }));
  const complete =
    draft.column !== '' &&
    (values === 0 ||
      (values === 1 && draft.targetValue !== undefined && draft.targetValue !== '') ||
      (values === 2 && draft.targetValueLeft !== undefined && draft.targetValueRight !== undefined));
  const done = (event: FormEvent) => {
    event.preventDefault();
    if (complete) onDone({ ...draft, operator });
  };
  return (
    <form className="parts" onSubmit={done} data-testid="rule-editor">
      <SelectPart
        title={t('tables.column')}
        value={draft.column}
        choices={columns.map(({ name, label }) => ({ value: name, title: label }))}
        onChange={(column) => change({ column: String(column) })}
      />
      <SelectPart
        title={t('tables.condition')}
        value={operator}
        choices={operators.map((value) => ({ value, title: t(`tables.operator.${value}`) }))}
        onChange={(chosen) => change({ operator: String(chosen) })}
      />
      {values === 1 && kind === 'number' ? (
        <NumberPart
          title={t('tables.value')}
          value={draft.targetValue}
          onChange={(targetValue) => change({ targetValue })}
        />
      ) : null}
      {values === 1 && kind !== 'number' ? (
        <TextPart
          title={t('tables.value')}
          value={draft.targetValue}
          onChange={(targetValue) => change({ targetValue })}
        />
      ) : null}
      {values === 2 ? (
        <div className="pair">
          <NumberPart
            title={t('tables.from')}
            value={draft.targetValueLeft}
            onChange={(targetValueLeft) => change({ targetValueLeft })}
          />
          <NumberPart
            title={t('tables.to')}
            value={draft.targetValueRight}
            onChange={(targetValueRight) => change({ targetValueRight })}
          />
        </div>
      ) : null}
      <ColorPart
        title={t('tables.color')}
        value={draft.colorScheme}
        onChange={(colorScheme) => change({ colorScheme })}
      />
      <SelectPart
        title={t('tables.target')}
        value={targetOf(draft)}
        choices={[
          { value: 'cell', title: t('tables.targetCell') },
          { value: 'row', title: t('tables.targetRow') },
          ...columns
            .filter(({ name }) => name !== draft.column)
            .map(({ name, label }) => ({ value: name, title: label })),
        ]}
        onChange={(target) => setDraft((now) => withTarget(now, String(target)))}
      />
      <SelectPart
        title={t('tables.look')}
        value={lookOf(draft)}
        choices={looks.map((value) => ({ value, title: t(`tables.look_${value}`) }))}
        onChange={(look) => setDraft((now) => withLook(now, looks.find((one) => one === look) ?? 'background'))}
      />
      {kind === 'number' ? (
        <SwitchPart
          title={t('tables.gradient')}
          value={draft.useGradient !== false}
          onChange={(useGradient) => change({ useGradient: useGradient ? undefined : false })}
        />
      ) : null}
      <button type="submit" className="btn primary small" disabled={!complete}>
        {t('action.apply')}
      </button>
    </form>
  );
}
