import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { PeoplePicker } from '../../ui/PeoplePicker';
import type { PartProps, Properties } from './PropertiesDialog';
import { TagsField } from '../../ui/TagsField';

type TextName = { [K in keyof Properties]: Properties[K] extends string ? K : never }[keyof Properties];

/** Who it belongs to, what it is called and who stands for it. */
export function GeneralPart({ value, set }: PartProps) {
  const { t } = useTranslation();
  const text = (name: TextName, hint?: string) => (
    <div className="field">
      <label htmlFor={`board-${name}`}>{t(`board.field.${name}`)}</label>
      <input
        id={`board-${name}`}
        className="input"
        value={value[name]}
        onChange={(event) => set({ [name]: event.currentTarget.value })}
      />
      {hint ? <span className="hint">{hint}</span> : null}
    </div>
  );
  return (
    <>
      {text('dashboard_title')}
      {text('slug', t('board.slugHint'))}
      <div className="field">
        <label htmlFor="board-description">{t('board.field.description')}</label>
        <textarea
          id="board-description"
          className="input"
          rows={2}
          value={value.description}
          onChange={(event) => set({ description: event.currentTarget.value })}
        />
      </div>
      <div className="field">
        <label htmlFor="board-owners">{t('board.field.owners')}</label>
        <PeoplePicker
          kind="dashboard"
          id="board-owners"
          label={t('board.field.owners')}
          value={value.owners}
          onChange={(owners) => set({ owners })}
        />
        <span className="hint">{t('board.ownersHint')}</span>
      </div>
      <TagsField id="board-tags" hint={t('board.tagsHint')} value={value.tags} onChange={(tags) => set({ tags })} />
      <Roles value={value.roles} onChange={(roles) => set({ roles })} />
      <div className="pair">
        {text('certified_by')}
        {text('certification_details')}
      </div>
    </>
  );
}

interface Related {
  readonly result: readonly { readonly text: string; readonly value: number }[];
}

function Roles({ value, onChange }: { value: Properties['roles']; onChange: (roles: Properties['roles']) => void }) {
  const { t } = useTranslation();
  const all = useQuery({
    queryKey: ['dashboard-roles'],
    queryFn: async ({ signal }) => (await api<Related>('/api/v1/dashboard/related/roles', { signal })).result,
  });
  const chosen = new Set(value.map(({ id }) => id));
  return (
    <fieldset className="field role-choices">
      <legend className="label">{t('board.field.roles')}</legend>
      <div>
        {(all.data ?? []).map(({ text, value: id }) => (
          <label key={id} className="check">
            <input
              type="checkbox"
              checked={chosen.has(id)}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked ? [...value, { id, name: text }] : value.filter((role) => role.id !== id),
                )
              }
            />
            {text}
          </label>
        ))}
      </div>
      <span className="hint">{t('board.rolesHint')}</span>
    </fieldset>
  );
}
