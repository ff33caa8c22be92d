import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SqlEditor } from '../../ui/SqlEditor';
import { Icon } from '../../ui/Icon';
import { tryCondition, useChoices } from '../alertApi';
import { operators, type Trial } from '../types';
import { ChoiceField } from './ChoiceField';
import { faultsOfCondition } from './checks';
import { conditionOf } from './draft';
import { aboutField, FormCard, FormField, Problem, type PartProps } from './FormField';
import { TrialView } from './TrialView';

const useDatabases = (search: string, open: boolean) => {
  const found = useChoices('database', search, open);
  return {
    options: (found.data ?? []).map(({ id, name }) => ({ value: String(id), label: name })),
    busy: found.isFetching,
  };
};

interface Props extends PartProps {
  /** Somebody wants to try what is not complete. */
  readonly onFaults: () => void;
}

/** What an alert asks, and when its answer is a reason to tell somebody. */
export function ConditionPart({ draft, change, problem, onFaults }: Props) {
  const { t } = useTranslation();
  const trial = useMutation<Trial, Error, void>({ mutationFn: () => tryCondition(conditionOf(draft)) });
  const edit: PartProps['change'] = (patch) => {
    trial.reset();
    change(patch);
  };
  const look = () => {
    if (Object.keys(faultsOfCondition(draft)).length > 0) onFaults();
    else trial.mutate();
  };
  const compares = draft.condition !== 'not null';
  return (
    <FormCard id="part-condition" title={t('alerts.parts.condition')}>
      <FormField id="alert-database" label={t('alerts.database')} problem={problem('database')}>
        <ChoiceField
          id="alert-database"
          label={t('alerts.database')}
          chosen={draft.database?.name}
          useOptions={useDatabases}
          onChoose={({ value, label }) => edit({ database: { id: Number(value), name: label } })}
          placeholder={t('alerts.chooseDatabase')}
          problem={problem('database')}
          testId="alert-database"
        />
      </FormField>
      <div className="field">
        <span className="label">{t('alerts.sql')}</span>
        <SqlEditor
          value={draft.sql}
          label={t('alerts.sql')}
          onChange={(sql) => edit({ sql })}
          onRun={look}
          placeholder="SELECT count(*) FROM …"
          invalid={problem('sql') !== undefined}
        />
        <span className="hint">{t('alerts.sqlText')}</span>
        {problem('sql') ? <Problem id="alert-sql">{problem('sql') ?? ''}</Problem> : null}
      </div>
      <div className="condition-line">
        <FormField id="alert-condition" label={t('alerts.condition')} problem={problem('validator_type')}>
          <select
            id="alert-condition"
            className="input"
            value={draft.condition}
            onChange={(event) => edit({ condition: event.currentTarget.value as typeof draft.condition })}
          >
            {operators.map((operator) => (
              <option key={operator} value={operator}>
                {t(`alerts.operators.${operator}`)}
              </option>
            ))}
            <option value="not null">{t('alerts.operators.notNull')}</option>
          </select>
        </FormField>
        {compares ? (
          <FormField id="alert-threshold" label={t('alerts.threshold')} problem={problem('validator_config_json')}>
            <input
              {...aboutField('alert-threshold', problem('validator_config_json'))}
              className="input"
              inputMode="decimal"
              autoComplete="off"
              value={draft.threshold}
              onChange={(event) => edit({ threshold: event.currentTarget.value })}
            />
          </FormField>
        ) : null}
        <button
          type="button"
          className="btn try"
          disabled={trial.isPending}
          onClick={look}
          data-testid="try-condition"
          title={`${t('alerts.try')} (Ctrl Enter)`}
        >
          <Icon name="play" />
          {t('alerts.try')}
        </button>
      </div>
      <TrialView draft={draft} trial={trial} />
      <label className="check">
        <input
          type="checkbox"
          checked={draft.tellsRecovery}
          onChange={(event) => change({ tellsRecovery: event.currentTarget.checked })}
        />
        {t('alerts.tellsRecovery')}
      </label>
    </FormCard>
  );
}
