import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './client';

/** A refusal will not change by asking again, nor a warehouse that just failed; a lost connection or a busy server may. */
const worthRetrying = (failures: number, error: unknown) =>
  failures < 2 &&
  error instanceof ApiError &&
  (error.status === 0 || (error.status === 503 && error.blame !== 'warehouse'));

export const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: worthRetrying, refetchOnWindowFocus: false, staleTime: 10_000 } },
});
