import { useTranslation } from 'react-i18next';
import type { Choice } from './plain';
import { PickList, Well } from './Well';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly value: unknown;
  readonly choices: readonly Choice[];
  readonly onChange: (value: readonly Choice['value'][]) => void;
}

/** Any number of the offered values. */
export function ChoicesField({ id, title, value, choices, onChange }: Props) {
  const { t } = useTranslation();
  const chosen = (
    Array.isArray(value) ? value : value === undefined || value === null || value === '' ? [] : [value]
  ) as Choice['value'][];
  const titleOf = (one: Choice['value']) => choices.find((choice) => choice.value === one)?.title ?? String(one);
  return (
    <Well
      id={id}
      pills={chosen.map((one) => ({ key: String(one), text: titleOf(one) }))}
      placeholder={t('explore.addChoice')}
      onRemove={(index) => onChange(chosen.filter((_, other) => other !== index))}
      editor={(index, close) => (
        <PickList
          label={title}
          options={choices
            .filter((choice) => !chosen.includes(choice.value))
            .map((choice) => ({ key: String(choice.value), text: choice.title }))}
          onPick={(key) => {
            const picked = choices.find((choice) => String(choice.value) === key)?.value ?? key;
            onChange(
              index === undefined ? [...chosen, picked] : chosen.map((old, other) => (other === index ? picked : old)),
            );
            close();
          }}
        />
      )}
    />
  );
}
