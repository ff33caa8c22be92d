import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useChartSql, type ChartRequest } from '../api/chartData';
import { Sql } from '../ui/Sql';
import { FailureState } from '../ui/States';

interface Props {
  readonly request: ChartRequest;
  readonly known: string | undefined;
  readonly title: string;
  readonly onClose: () => void;
}

export function SqlDialog({ request, known, title, onClose }: Props) {
  const { t } = useTranslation();
  const asked = useChartSql(request, known === undefined);
  const text = known ?? asked.data;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('sql.of', { title })}
      size={760}
      zIndex={360}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <div className="sql-dialog">
        {text ? (
          <Sql text={text} />
        ) : asked.error ? (
          <FailureState error={asked.error} onRetry={() => void asked.refetch()} />
        ) : asked.isSuccess ? (
          <p className="muted">{t('sql.hidden')}</p>
        ) : (
          <div className="skeleton" style={{ height: 120 }} />
        )}
      </div>
    </Modal>
  );
}
