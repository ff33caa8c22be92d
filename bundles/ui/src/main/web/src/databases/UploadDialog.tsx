import { Modal } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, ApiError } from '../api/client';
import type { DatabaseRow } from '../api/types';
import { useFailureText } from '../ui/failure';
import { Icon } from '../ui/Icon';
import { count } from '../ui/time';
import { FilePicker } from './FilePicker';
import { PreviewTable } from './PreviewTable';
import { UploadOptions } from './UploadOptions';
import { choicesFor, kindOf, load, preview, type Choices } from './uploads';
import '../app/dialogs.css';
import './databases.css';

interface Props {
  readonly database: DatabaseRow;
  readonly onClose: () => void;
}

export function UploadDialog({ database, onClose }: Props) {
  const { t } = useTranslation();
  const words = useFailureText();
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const [choices, setChoices] = useState<Choices>(choicesFor(''));
  const [share, setShare] = useState(0);
  const kind = file ? kindOf(file.name) : undefined;
  const schemas = useQuery({
    queryKey: ['database', database.id, 'upload-schemas'],
    queryFn: () =>
      api<{ schemas: readonly string[] }>(`/api/v1/database/${database.id}/schemas_access_for_file_upload/`),
  });
  const { delimiter, hasNames, skipRows, sheet, types } = choices;
  const shown = useQuery({
    queryKey: ['upload', file?.name, file?.size, file?.lastModified, delimiter, hasNames, skipRows, sheet, types],
    queryFn: () => (file && kind ? preview(kind, file, choices) : Promise.reject(new Error())),
    enabled: file !== undefined && kind !== undefined,
    retry: false,
    placeholderData: (before) => before,
    gcTime: 0,
  });
  const loading = useMutation({
    mutationFn: async () => {
      if (!file || !kind) throw new Error();
      return load(database.id, kind, file, choices, setShare);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['dataset'] }),
  });

  const take = (taken: File) => {
    setFile(taken);
    setChoices((old) => ({ ...choicesFor(taken.name), schema: old.schema }));
    setShare(0);
    loading.reset();
  };
  const change = (changes: Partial<Choices>) => {
    setChoices((old) => ({ ...old, ...changes }));
    loading.reset();
  };

  const failure = loading.error ?? shown.error;
  const field = failure instanceof ApiError ? failure.field : undefined;
  const ready = file && kind && shown.data && !shown.isError && choices.table.trim() && !loading.isPending;
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={!loading.isPending}
      title={t('upload.into', { name: database.database_name })}
      size={760}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {loading.data ? (
        <div className="uploaded" data-testid="uploaded">
          <Icon name="check" size={20} />
          <p>{t('upload.done', { table: loading.data.table_name, rows: count(loading.data.rows) })}</p>
          <div className="dialog-actions">
            <button type="button" className="btn" onClick={onClose}>
              {t('action.close')}
            </button>
            <Link
              className="btn primary"
              data-testid="open-dataset"
              to={`/explore/?datasource_type=table&datasource_id=${loading.data.dataset_id}`}
            >
              {t('upload.open')}
            </Link>
          </div>
        </div>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (ready) loading.mutate();
          }}
        >
          <FilePicker file={file} onTake={take} />
          {file && !kind ? (
            <p className="problem" role="alert">
              {t('upload.otherKind')}
            </p>
          ) : null}
          {file && kind ? (
            <UploadOptions
              kind={kind}
              choices={choices}
              schemas={schemas.data?.schemas ?? []}
              sheets={shown.data?.items.flatMap(({ sheet_name }) => (sheet_name ? [sheet_name] : [])) ?? []}
              problem={failure && field ? { field, text: failure.message } : undefined}
              onChange={change}
            />
          ) : null}
          {kind && shown.isFetching && !shown.data ? <div className="skeleton" style={{ height: 180 }} /> : null}
          {kind && shown.data && !shown.isError ? (
            <PreviewTable
              preview={shown.data}
              fixed={kind === 'columnar'}
              onType={(column, type) => change({ types: { ...choices.types, [column]: type } })}
            />
          ) : null}
          {failure && field !== 'table_name' && field !== 'schema' ? (
            <p className="problem" role="alert" data-testid="upload-problem">
              {failure instanceof ApiError ? failure.message : words(failure).text}
            </p>
          ) : null}
          {loading.isPending ? (
            <div className="uploading" role="status">
              <progress value={share < 1 ? share : undefined} max={1} aria-label={t('upload.progress')} />
              <span className="muted">{t(share < 1 ? 'upload.sending' : 'upload.storing')}</span>
            </div>
          ) : null}
          <div className="dialog-actions">
            <button type="button" className="btn" onClick={onClose} disabled={loading.isPending}>
              {t('action.cancel')}
            </button>
            <button type="submit" className="btn primary" disabled={!ready} data-testid="upload-now">
              {t('upload.now')}
            </button>
          </div>
        </form>
      )}
    </Modal>
  );
}
