import { Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiError } from '../../api/client';
import type { Dashboard } from '../../api/types';
import { useFailureText } from '../../ui/failure';
import { Tabs } from '../../ui/Tabs';
import { say } from '../../ui/toast';
import { saveTags } from '../../ui/TagsField';
import { AdvancedPart } from './AdvancedPart';
import { GeneralPart } from './GeneralPart';
import { LooksPart } from './LooksPart';
import { readMetadata, type Metadata } from './metadata';
import '../../app/dialogs.css';
import './properties.css';

/** All that the dialog can change, as the fields have it. */
export interface Properties {
  readonly dashboard_title: string;
  readonly slug: string;
  readonly description: string;
  readonly owners: NonNullable<Dashboard['owners']>;
  readonly roles: NonNullable<Dashboard['roles']>;
  readonly tags: readonly string[];
  readonly certified_by: string;
  readonly certification_details: string;
  readonly css: string;
  readonly theme_id: number | null;
  readonly metadata: Metadata;
}

export interface PartProps {
  readonly value: Properties;
  readonly set: (change: Partial<Properties>) => void;
  readonly invalid: (reason: string | undefined) => void;
}

const propertiesOf = (dashboard: Dashboard): Properties => ({
  dashboard_title: dashboard.dashboard_title,
  slug: dashboard.slug ?? '',
  description: dashboard.description ?? '',
  owners: dashboard.owners ?? [],
  roles: dashboard.roles ?? [],
  tags: (dashboard.tags ?? []).map(({ name }) => name),
  certified_by: dashboard.certified_by ?? '',
  certification_details: dashboard.certification_details ?? '',
  css: dashboard.css ?? '',
  theme_id: dashboard.theme_id ?? null,
  metadata: readMetadata(dashboard.json_metadata),
});

/** Only what was changed is sent: what others changed elsewhere meanwhile stays. */
function changed(before: Properties, after: Properties): Record<string, unknown> {
  const ids = (list: readonly { readonly id: number }[]) => list.map(({ id }) => id);
  const body: Record<string, unknown> = {};
  for (const name of ['dashboard_title', 'description', 'certified_by', 'certification_details', 'css'] as const) {
    if (before[name] !== after[name]) body[name] = after[name];
  }
  if (before.slug !== after.slug) body['slug'] = after.slug.trim() || null;
  if (ids(before.owners).join() !== ids(after.owners).join()) body['owners'] = ids(after.owners);
  if (ids(before.roles).join() !== ids(after.roles).join()) body['roles'] = ids(after.roles);
  if (before.theme_id !== after.theme_id) body['theme_id'] = after.theme_id;
  if (before.metadata !== after.metadata) body['json_metadata'] = JSON.stringify(after.metadata);
  return body;
}

const parts = ['general', 'looks', 'advanced'] as const;

export default function PropertiesDialog({ dashboard, onClose }: { dashboard: Dashboard; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useFailureText();
  const client = useQueryClient();
  const [before] = useState(() => propertiesOf(dashboard));
  const [version] = useState(dashboard.version);
  const [value, setValue] = useState(before);
  const [part, setPart] = useState<(typeof parts)[number]>('general');
  const [invalid, setInvalid] = useState<string>();
  const body = changed(before, value);
  const untouched = Object.keys(body).length === 0 && before.tags === value.tags;
  const save = useMutation({
    mutationFn: async (over: boolean) => {
      if (Object.keys(body).length > 0) {
        await api(`/api/v1/dashboard/${dashboard.id}`, { method: 'PUT', body: over ? body : { ...body, version } });
      }
      await saveTags('dashboard', dashboard.id, before.tags, value.tags);
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['dashboard'] });
      say(t('board.propertiesSaved'));
      onClose();
    },
  });
  const overtaken = save.error instanceof ApiError && save.error.status === 409 && save.error.field === 'version';
  const part_: PartProps = {
    value,
    set: (change) => setValue((old) => ({ ...old, ...change })),
    invalid: setInvalid,
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('board.properties')}
      size={680}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        className="save-form board-properties"
        data-testid="board-properties"
        onSubmit={(event) => {
          event.preventDefault();
          if (value.dashboard_title.trim() && invalid === undefined) save.mutate(overtaken);
        }}
      >
        <Tabs
          label={t('board.properties')}
          items={parts.map((key) => ({ key, title: t(`board.part.${key}`) }))}
          value={part}
          onChange={setPart}
          panelClassName="properties-panel scroll"
          panel={
            part === 'general' ? (
              <GeneralPart {...part_} />
            ) : part === 'looks' ? (
              <LooksPart {...part_} />
            ) : (
              <AdvancedPart {...part_} />
            )
          }
        />
        {overtaken ? (
          <p className="conflict" role="alert" data-testid="properties-conflict">
            {t('board.propertiesConflict')}
          </p>
        ) : save.error ? (
          <p className="problem" role="alert">
            {words(save.error).title} {words(save.error).text}
          </p>
        ) : null}
        <div className="dialog-actions">
          <button type="button" className="btn" onClick={onClose}>
            {t('action.cancel')}
          </button>
          <button
            type="submit"
            className={overtaken ? 'btn danger' : 'btn primary'}
            disabled={!value.dashboard_title.trim() || invalid !== undefined || untouched || save.isPending}
            data-testid="properties-save"
          >
            {t(overtaken ? 'board.saveAnyway' : 'action.save')}
          </button>
        </div>
      </form>
    </Modal>
  );
}
