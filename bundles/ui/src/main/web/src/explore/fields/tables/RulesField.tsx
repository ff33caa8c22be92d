import { useTranslation } from 'react-i18next';
import type { Dataset, FormValues } from '../../../api/types';
import { Well } from '../Well';
import { RuleEditor } from './RuleEditor';
import { conditionText, rulesOf, tidied, type Rule } from './rules';
import { shownColumns } from './shownColumns';
import './words';
import './tables.css';

interface Props {
  readonly id: string;
  readonly value: unknown;
  readonly form: FormValues;
  readonly dataset: Dataset | undefined;
  readonly onChange: (value: readonly Rule[]) => void;
}

/** Rules that colour cells, as pills; of several that hold, the last counts. */
export function RulesField({ id, value, form, dataset, onChange }: Props) {
  const { t } = useTranslation();
  const columns = shownColumns(form, dataset);
  const rules = rulesOf(value);
  const label = (name: string) => columns.find((one) => one.name === name)?.label ?? name;
  const put = (index: number, rule: Rule) =>
    onChange(
      index < rules.length ? rules.map((old, at) => (at === index ? tidied(rule) : old)) : [...rules, tidied(rule)],
    );
  return (
    <Well
      id={id}
      wide
      placeholder={t('tables.addRule')}
      pills={rules.map((rule, index) => ({
        key: `${index} ${rule.column}`,
        text: `${label(rule.column)} ${conditionText(rule)}`.trim(),
      }))}
      onRemove={(index) => onChange(rules.filter((_, at) => at !== index))}
      onMove={(from, to) => {
        const next = [...rules];
        next.splice(to, 0, ...next.splice(from, 1));
        onChange(next);
      }}
      editor={(index, close) => (
        <RuleEditor
          columns={columns}
          rule={index === undefined ? undefined : rules[index]}
          onDone={(rule) => {
            put(index ?? rules.length, rule);
            close();
          }}
        />
      )}
    />
  );
}
