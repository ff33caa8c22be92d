import { bootstrap } from './bootstrap';

interface ErrorBody {
  readonly message?: unknown;
  readonly errors?: readonly {
    readonly message?: string;
    readonly extra?: { code?: string; blame?: string; field?: string; line?: number | null; column?: number | null };
  }[];
}

/** A refusal or failure as the server told it; `blame` says who can help (caller, warehouse, capacity, product). */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly code?: string,
    readonly blame?: string,
    readonly field?: string,
    /** Where in typed SQL it went wrong, from 1. */
    readonly place?: { readonly line: number; readonly column: number },
  ) {
    super(message);
  }
}

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  /** In place of a body. */
  readonly form?: FormData;
  readonly signal?: AbortSignal | undefined;
  /** Whether the server's work for it is to end when the signal aborts. */
  readonly cancellable?: boolean;
  /** JSON if nothing else is said. */
  readonly accept?: string;
  /** In which the server's own words are wanted, where not the browser's. */
  readonly language?: string;
  /** Goes out even if the page is left meanwhile. */
  readonly keepalive?: boolean;
}

let csrfToken = bootstrap.csrfToken;
let whenSignedOut: () => void = () => undefined;

/** Called when the session ended under an open page. */
export const onSignedOut = (listener: () => void) => {
  whenSignedOut = listener;
};

export async function renewCsrfToken(): Promise<void> {
  const response = await fetch('/api/v1/security/csrf_token/', { headers: { Accept: 'application/json' } });
  if (response.ok) csrfToken = ((await response.json()) as { result: string }).result;
}

export async function failure(response: Response): Promise<ApiError> {
  const text = await response.text();
  let body: ErrorBody = {};
  try {
    body = JSON.parse(text) as ErrorBody;
  } catch {
    // not JSON: a proxy or the container answered; the status tells enough
  }
  const first = body.errors?.[0];
  const message = first?.message ?? (typeof body.message === 'string' ? body.message : '');
  const { code, blame, field, line, column } = first?.extra ?? {};
  return new ApiError(response.status, message, code, blame, field, line ? { line, column: column ?? 1 } : undefined);
}

// not randomUUID, which browsers have on secure pages only
const randomName = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Tells the server that nobody waits any more: it cannot see that by itself while the warehouse computes. */
const callOff = (name: string) => {
  const headers: Record<string, string> = csrfToken ? { 'X-CSRFToken': csrfToken } : {};
  void fetch(`/api/v1/karavel/requests/${name}/call_off`, { method: 'POST', headers, keepalive: true }).then(
    // what is not read stays open
    (response) => response.text(),
    () => undefined,
  );
};

export async function send(path: string, call: Call = {}): Promise<Response> {
  const method = call.method ?? (call.body === undefined && !call.form ? 'GET' : 'POST');
  const headers: Record<string, string> = { Accept: call.accept ?? 'application/json' };
  if (call.language) headers['Accept-Language'] = call.language;
  if (call.body !== undefined) headers['Content-Type'] = 'application/json';
  if (method !== 'GET' && csrfToken) headers['X-CSRFToken'] = csrfToken;
  const name = call.cancellable ? randomName() : undefined;
  if (name) headers['X-Karavel-Request'] = name;
  const init: RequestInit = { method, headers, signal: call.signal ?? null, keepalive: call.keepalive ?? false };
  if (call.form) init.body = call.form;
  else if (call.body !== undefined) init.body = JSON.stringify(call.body);
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') {
      if (name) callOff(name);
      throw cause;
    }
    throw new ApiError(0, '', 'SERVER_UNREACHABLE', 'network');
  }
  if (response.status === 401 && path !== '/login/') whenSignedOut();
  return response;
}

export async function api<T>(path: string, call: Call = {}): Promise<T> {
  const response = await send(path, call);
  if (!response.ok) throw await failure(response);
  return (await response.json()) as T;
}

/** Sends a form with a file; how much of it is on its way is told from 0 to 1. */
export function upload<T>(path: string, form: FormData, onProgress?: (share: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Accept', 'application/json');
    if (csrfToken) request.setRequestHeader('X-CSRFToken', csrfToken);
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0);
    request.upload.onload = () => onProgress?.(1);
    request.onerror = () => reject(new ApiError(0, '', 'SERVER_UNREACHABLE', 'network'));
    request.onload = () => {
      const response = new Response(request.responseText, { status: request.status });
      if (response.status === 401) whenSignedOut();
      if (response.ok) resolve(JSON.parse(request.responseText) as T);
      else failure(response).then(reject, reject);
    };
    request.send(form);
  });
}

export const signIn = async (username: string, password: string): Promise<{ next?: string }> => {
  const response = await send('/login/', { body: { username, password } });
  if (!response.ok) throw await failure(response);
  return (await response.json()) as { next?: string };
};
