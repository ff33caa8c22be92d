import { useTranslation } from 'react-i18next';
import { PeoplePicker } from '../../ui/PeoplePicker';
import '../../explore/words';
import { aboutField, FormCard, FormField, type PartProps } from './FormField';

/** What it is called and whose it is. */
export function GeneralPart({ draft, change, problem }: PartProps) {
  const { t } = useTranslation();
  return (
    <FormCard id="part-general" title={t('alerts.parts.general')}>
      <FormField id="alert-name" label={t('list.columns.name')} problem={problem('name')}>
        <input
          {...aboutField('alert-name', problem('name'))}
          className="input"
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
      </FormField>
      <FormField id="alert-description" label={t('alerts.description')} optional>
        <textarea
          id="alert-description"
          className="input"
          rows={2}
          value={draft.description}
          onChange={(event) => change({ description: event.currentTarget.value })}
        />
      </FormField>
      <FormField
        id="alert-owners"
        label={t('list.columns.owners')}
        hint={t('alerts.ownersText')}
        problem={problem('owners')}
      >
        <PeoplePicker
          kind="dashboard"
          id="alert-owners"
          label={t('list.columns.owners')}
          value={draft.owners}
          onChange={(owners) => change({ owners })}
        />
      </FormField>
    </FormCard>
  );
}
