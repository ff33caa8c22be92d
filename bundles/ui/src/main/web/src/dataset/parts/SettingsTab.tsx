import { useTranslation } from 'react-i18next';
import { PeoplePicker } from '../../ui/PeoplePicker';
import type { SettingsDraft } from '../draft';
import type { DatasetEditing } from '../useDatasetDraft';
import { Check, Choice, Text } from './fields';

const zones = (): readonly string[] => Intl.supportedValuesOf('timeZone');

export function SettingsTab({ editing }: { editing: DatasetEditing }) {
  const { t } = useTranslation();
  const { draft, set } = editing;
  const { settings } = draft;
  const wrong = (key: keyof SettingsDraft) => {
    const found = editing.wrongs.find((one) => one.tab === 'settings' && one.key === key);
    return found ? t(`dataset.wrong.${found.what}`, { name: '' }) : undefined;
  };
  const times = draft.columns.filter(({ isTime, name }) => isTime && name !== '');
  return (
    <form className="settings-form scroll" onSubmit={(event) => event.preventDefault()}>
      <section>
        <h3>{t('dataset.about')}</h3>
        <Text
          label={t('dataset.name')}
          value={settings.name}
          onChange={(name) => set({ name })}
          wrong={wrong('name')}
        />
        <Text
          label={t('dataset.description')}
          rows={3}
          value={settings.description}
          onChange={(description) => set({ description })}
        />
        <div className="field">
          <label htmlFor="dataset-owners">{t('list.columns.owners')}</label>
          <PeoplePicker
            kind="dataset"
            id="dataset-owners"
            label={t('list.columns.owners')}
            value={settings.owners}
            onChange={(owners) => set({ owners })}
          />
          <span className="hint">{t('dataset.ownersHint')}</span>
        </div>
        <div className="pair">
          <Text
            label={t('explore.certifiedByLabel')}
            value={settings.certifiedBy}
            onChange={(certifiedBy) => set({ certifiedBy })}
          />
          <Text
            label={t('explore.certificationDetails')}
            value={settings.certification}
            onChange={(certification) => set({ certification })}
          />
        </div>
      </section>
      <section>
        <h3>{t('dataset.time')}</h3>
        <Choice
          label={t('dataset.mainTime')}
          value={settings.mainTime}
          options={[
            { value: '', title: t('dataset.none') },
            ...times.map(({ name, label }) => ({ value: name, title: label || name })),
          ]}
          hint={t('dataset.mainTimeHint')}
          onChange={(mainTime) => set({ mainTime })}
        />
        <Check
          label={t('dataset.alwaysFilter')}
          checked={settings.alwaysFilterMainTime}
          hint={t('dataset.alwaysFilterHint')}
          onChange={(alwaysFilterMainTime) => set({ alwaysFilterMainTime })}
        />
        <div className="pair">
          <Text
            label={t('dataset.offset')}
            value={settings.offset}
            hint={t('dataset.offsetHint')}
            wrong={wrong('offset')}
            onChange={(offset) => set({ offset })}
          />
          <Text
            label={t('dataset.timeZone')}
            value={settings.timeZone}
            list={zones()}
            placeholder="Europe/Berlin"
            hint={t('dataset.timeZoneHint')}
            onChange={(timeZone) => set({ timeZone })}
          />
        </div>
      </section>
      <section>
        <h3>{t('dataset.asking')}</h3>
        <Text
          label={t('databases.cacheTimeout')}
          value={settings.cacheTimeout}
          hint={t('dataset.cacheHint')}
          wrong={wrong('cacheTimeout')}
          onChange={(cacheTimeout) => set({ cacheTimeout })}
        />
        <Check
          label={t('dataset.offersValues')}
          checked={settings.offersValues}
          hint={t('dataset.offersValuesHint')}
          onChange={(offersValues) => set({ offersValues })}
        />
        <Text
          label={t('dataset.predicate')}
          value={settings.valuesPredicate}
          code
          placeholder="date > CURRENT_DATE - 30"
          hint={t('dataset.predicateHint')}
          onChange={(valuesPredicate) => set({ valuesPredicate })}
        />
        <Text
          label={t('dataset.templateParams')}
          rows={3}
          code
          value={settings.templateParams}
          placeholder={'{"region": "West"}'}
          hint={t('dataset.templateParamsHint')}
          wrong={wrong('templateParams')}
          onChange={(templateParams) => set({ templateParams })}
        />
        <Text
          label={t('dataset.extra')}
          rows={3}
          code
          value={settings.extra}
          hint={t('dataset.extraHint')}
          wrong={wrong('extra')}
          onChange={(extra) => set({ extra })}
        />
      </section>
    </form>
  );
}
