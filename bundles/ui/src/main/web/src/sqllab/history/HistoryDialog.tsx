import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../../ui/Icon';
import { Sql } from '../../ui/Sql';
import { Tabs } from '../../ui/Tabs';
import { fullTime } from '../../ui/time';
import type { HistoryRow } from '../types';
import { StateBadge } from './StateBadge';
import { momentOf } from './times';

/** One run: what was typed, what the database got, why it failed. */
export function HistoryDialog({ row, onClose }: { row: HistoryRow; onClose: () => void }) {
  const { t } = useTranslation();
  const [way, setWay] = useState<'typed' | 'executed'>('typed');
  const started = momentOf(row.start_time);
  const executed = row.executed_sql && row.executed_sql !== row.sql ? row.executed_sql : undefined;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('lab.history.one')}
      size={720}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <div className="lab-form" data-testid="history-dialog">
        <div className="cell-facts">
          <StateBadge state={row.status} />
          <span className="muted">{row.database?.database_name}</span>
          {started ? <span className="muted">{fullTime(Date.parse(started))}</span> : null}
          {row.tab_name ? <span className="muted">{row.tab_name}</span> : null}
        </div>
        {row.error_message ? <p className="problem">{row.error_message}</p> : null}
        {executed ? (
          <Tabs
            label={t('lab.history.statement')}
            items={(['typed', 'executed'] as const).map((key) => ({ key, title: t(`lab.history.${key}`) }))}
            value={way}
            onChange={setWay}
            panelClassName="lab-preview-sql scroll"
            panel={<Sql text={way === 'typed' ? row.sql : executed} />}
          />
        ) : (
          <div className="lab-preview-sql scroll">
            <Sql text={row.sql} />
          </div>
        )}
      </div>
      <div className="dialog-actions">
        <Link className="btn" to={`/sqllab/?queryId=${row.id}&autorun=true`}>
          <Icon name="play" />
          {t('lab.run.again')}
        </Link>
        <Link className="btn primary" to={`/sqllab/?queryId=${row.id}`}>
          <Icon name="open" />
          {t('lab.history.newTab')}
        </Link>
      </div>
    </Modal>
  );
}
