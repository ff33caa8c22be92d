import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Grid } from '../../ui/grid/Grid';
import { useGrid } from '../../ui/grid/useGrid';
import { Icon } from '../../ui/Icon';
import { EmptyState, FailureState } from '../../ui/States';
import { execute, fetchResult, isAnswer, newName } from '../api';
import { useLab } from '../context';
import { toGridData } from '../results/toGridData';
import { quoteName } from '../text/habits';
import type { LabAnswer } from '../types';
import type { Place, TableName } from './data';

const ROWS = 100;

interface Props {
  readonly place: Place;
  readonly backend: string;
  readonly table: TableName;
  readonly onClose: () => void;
}

/** The first rows of a table, beside whatever is being written. */
export function TablePreview({ place, backend, table, onClose }: Props) {
  const { t } = useTranslation();
  const lab = useLab();
  const path = `${quoteName(table.schema, backend)}.${quoteName(table.name, backend)}`;
  const asked = useQuery({
    queryKey: ['lab', 'preview', place, table],
    staleTime: 60_000,
    retry: false,
    queryFn: async () => {
      const answer = await execute({
        database_id: place.database,
        catalog: place.catalog,
        schema: table.schema,
        sql: `SELECT * FROM ${path}`,
        client_id: newName(),
        queryLimit: ROWS,
        templateParams: '',
        tab: '',
        sql_editor_id: '',
      });
      return isAnswer(answer) ? answer : fetchResult(answer.query.resultsKey ?? '');
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${table.schema}.${table.name}`}
      size="min(1080px, 94vw)"
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <div className="lab-preview" data-testid="table-preview">
        {asked.error ? (
          <FailureState error={asked.error} onRetry={() => void asked.refetch()} />
        ) : asked.data ? (
          <Rows answer={asked.data} label={table.name} />
        ) : (
          <div className="rows-skeleton skeleton" style={{ height: '100%' }} />
        )}
      </div>
      <div className="dialog-actions">
        <span className="muted lab-note">{t('lab.preview.note', { count: ROWS })}</span>
        <span className="grow" />
        <button
          type="button"
          className="btn"
          onClick={() => {
            lab.insert(`SELECT *\nFROM ${path}\nLIMIT ${ROWS};\n`);
            onClose();
          }}
        >
          <Icon name="code" />
          {t('lab.preview.query')}
        </button>
        <button type="button" className="btn primary" onClick={onClose} data-autofocus>
          {t('action.close')}
        </button>
      </div>
    </Modal>
  );
}

function Rows({ answer, label }: { answer: LabAnswer; label: string }) {
  const { t } = useTranslation();
  const data = useMemo(() => toGridData(answer), [answer]);
  const [search] = useState('');
  const grid = useGrid(data, search);
  return data.length === 0 ? (
    <EmptyState place="fill" title={t('lab.result.empty')} />
  ) : (
    <Grid grid={grid} label={label} />
  );
}
