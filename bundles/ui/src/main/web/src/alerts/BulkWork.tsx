import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { Icon } from '../ui/Icon';
import { say } from '../ui/toast';
import { useTried } from '../ui/useTried';
import type { Row } from './types';

interface Props {
  readonly rows: readonly Row[];
  readonly onDone: () => void;
  readonly onDelete: () => void;
}

/** What can be done with several alerts or reports at once. */
export function BulkWork({ rows, onDone, onDelete }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const tried = useTried();
  const turn = useMutation({
    mutationFn: async (active: boolean) => {
      const others = rows.filter((row) => row.active !== active);
      await Promise.all(others.map(({ id }) => api(`/api/v1/report/${id}`, { method: 'PUT', body: { active } })));
      say(t(active ? 'alerts.turnedOn' : 'alerts.turnedOff', { count: others.length }));
      onDone();
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['report'] }),
  });
  return (
    <>
      {[true, false].map((active) => (
        <button
          key={String(active)}
          type="button"
          className="btn small"
          disabled={turn.isPending || rows.every((row) => row.active === active)}
          onClick={() => tried(turn.mutateAsync(active))}
          data-testid={active ? 'bulk-on' : 'bulk-off'}
        >
          <Icon name={active ? 'bell' : 'moon'} size={14} />
          {t(active ? 'alerts.turnOn' : 'alerts.turnOff')}
        </button>
      ))}
      <button
        type="button"
        className="btn small danger"
        data-testid="bulk-delete"
        onClick={() => {
          onDelete();
          onDone();
        }}
      >
        <Icon name="trash" size={14} />
        {t('around.bulk.delete')}
      </button>
    </>
  );
}
