import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useFailureText } from '../ui/failure';
import { Icon } from '../ui/Icon';
import { say } from '../ui/toast';
import './words';

export type Marked = 'dashboard' | 'chart' | 'tag';

interface Status {
  readonly result: readonly { readonly id: number; readonly value: boolean }[];
}

/** Which of these the reader marked. */
export function useFavorites(kind: Marked, ids: readonly number[]): ReadonlySet<number> {
  const status = useQuery({
    queryKey: ['favorite', kind, ids],
    enabled: ids.length > 0,
    queryFn: ({ signal }) => api<Status>(`/api/v1/${kind}/favorite_status/?q=!(${ids.join(',')})`, { signal }),
  });
  return new Set(status.data?.result.filter(({ value }) => value).map(({ id }) => id));
}

interface StarProps {
  readonly kind: Marked;
  readonly id: number;
  readonly name: string;
  readonly marked: boolean;
}

export function Star({ kind, id, name, marked }: StarProps) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const words = useFailureText();
  const turn = useMutation({
    mutationFn: () => api(`/api/v1/${kind}/${id}/favorites/`, { method: marked ? 'DELETE' : 'POST' }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['favorite', kind] }),
        client.invalidateQueries({ queryKey: [kind, 'list'] }),
      ]),
    onError: (error) => say(`${words(error).title} ${words(error).text}`, 'bad'),
  });
  return (
    <button
      type="button"
      className="star"
      aria-pressed={marked}
      aria-label={t('around.favorite.mark', { name })}
      title={t(marked ? 'around.favorite.off' : 'around.favorite.on')}
      disabled={turn.isPending}
      onClick={() => turn.mutate()}
      data-testid="star"
    >
      <Icon name="star" size={16} />
    </button>
  );
}
