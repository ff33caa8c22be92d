import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client';

export interface FailureWords {
  readonly title: string;
  readonly text: string;
  /** What the reader can do now, where the text does not say it. */
  readonly next?: string | undefined;
}

/** Every code of the server that has words of its own; the rest is told by its status. */
const codes = new Set([
  'WAREHOUSE_UNREACHABLE',
  'WAREHOUSE_REFUSED',
  'WAREHOUSE_TIMEOUT',
  'CANCELLED',
  'STATEMENT_REFUSED',
  'TOO_LARGE',
  'TOO_MANY_REQUESTS',
  'QUEUE_FULL',
  'INVALID_REQUEST',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'PLUGIN_MISSING',
  'PLUGIN_FAILED',
  'INTERNAL',
]);

const codeOfStatus: Readonly<Record<number, string>> = {
  400: 'INVALID_REQUEST',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  413: 'TOO_LARGE',
  422: 'INVALID_REQUEST',
  429: 'TOO_MANY_REQUESTS',
  500: 'INTERNAL',
  503: 'NOT_READY',
};

/** The code of a failure; a proxy's or container's own answer has none, so its status stands in. */
export function codeOf(error: ApiError): string | undefined {
  if (error.code && codes.has(error.code)) return error.code;
  return error.blame === 'warehouse' ? 'WAREHOUSE_REFUSED' : codeOfStatus[error.status];
}

/** What happened and what to do next, in the reader's terms, with what the server said between. */
export function useFailureText() {
  const { t } = useTranslation();
  return (error: unknown, fieldTitle?: (field: string) => string | undefined): FailureWords => {
    if (!(error instanceof ApiError))
      return { title: t('error.title'), text: error instanceof Error ? error.message : String(error) };
    if (error.status === 0) return { title: t('error.unreachable'), text: t('error.unreachableText') };
    const text = error.message || t('error.status', { status: error.status });
    const code = codeOf(error);
    if (code === undefined) return { title: t('error.title'), text, next: t('error.next.INTERNAL') };
    const field = error.field && code === 'INVALID_REQUEST' ? (fieldTitle?.(error.field) ?? error.field) : undefined;
    const title = field ? t('error.field', { field }) : t(`error.code.${code}`);
    return { title, text, next: t(`error.next.${code}`) };
  };
}
