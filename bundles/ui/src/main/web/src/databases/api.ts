import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client';

/** One field of a connection form, as the plugin describes it. */
export interface Field {
  readonly name: string;
  readonly title: string;
  readonly kind: 'text' | 'number' | 'switch' | 'secret' | 'file';
  readonly required: boolean;
  readonly default: string;
  readonly help: string;
}

export interface Engine {
  readonly name: string;
  readonly engine: string;
  readonly settings: readonly Field[];
  readonly sqlalchemy_uri_placeholder: string;
  readonly engine_information: { readonly disable_ssh_tunneling: boolean };
}

export interface Engines {
  readonly databases: readonly Engine[];
  readonly ssh_tunnel: readonly Field[];
}

export type Texts = Readonly<Record<string, string>>;

/** A database with its connection; what the server masks stays masked. */
export interface Connection {
  readonly id: number;
  readonly database_name: string;
  readonly engine: string;
  readonly parameters: Texts;
  readonly ssh_tunnel: Readonly<Record<string, string | number>> | null;
  readonly cache_timeout: number | null;
  readonly expose_in_sqllab: boolean;
  readonly allow_dml: boolean;
  readonly allow_file_upload: boolean;
}

/** What somebody is filling in; fields of the tunnel begin with `ssh_tunnel.`, as the server calls them in its failures. */
export interface Draft {
  readonly id: number | undefined;
  readonly name: string;
  readonly engine: string;
  readonly byAddress: boolean;
  readonly address: string;
  readonly parameters: Texts;
  readonly tunneled: boolean;
  readonly tunnel: Texts;
  readonly cacheTimeout: string;
  readonly inSqlLab: boolean;
  readonly allowsChanges: boolean;
  readonly takesFiles: boolean;
}

export const useEngines = () =>
  useQuery({
    queryKey: ['engines'],
    queryFn: ({ signal }) => api<Engines>('/api/v1/database/available/', { signal }),
  });

export const useConnection = (id: number | undefined) =>
  useQuery({
    queryKey: ['database', id, 'connection'],
    queryFn: async ({ signal }) =>
      (await api<{ result: Connection }>(`/api/v1/database/${id}/connection`, { signal })).result,
    enabled: id !== undefined,
    staleTime: 0,
  });

const defaults = (fields: readonly Field[]): Texts =>
  Object.fromEntries(fields.filter((field) => field.default).map((field) => [field.name, field.default]));

export const emptyDraft = (engine: Engine, tunnel: readonly Field[]): Draft => ({
  id: undefined,
  name: engine.name,
  engine: engine.engine,
  byAddress: false,
  address: '',
  parameters: defaults(engine.settings),
  tunneled: false,
  tunnel: defaults(tunnel),
  cacheTimeout: '',
  inSqlLab: true,
  allowsChanges: false,
  takesFiles: false,
});

export const draftOf = (known: Connection, tunnel: readonly Field[]): Draft => ({
  id: known.id,
  name: known.database_name,
  engine: known.engine,
  byAddress: false,
  address: '',
  parameters: known.parameters,
  tunneled: known.ssh_tunnel !== null,
  tunnel: {
    ...defaults(tunnel),
    ...Object.fromEntries(Object.entries(known.ssh_tunnel ?? {}).map(([name, value]) => [name, String(value)])),
  },
  cacheTimeout: known.cache_timeout === null ? '' : String(known.cache_timeout),
  inSqlLab: known.expose_in_sqllab,
  allowsChanges: known.allow_dml,
  takesFiles: known.allow_file_upload,
});

const filled = (values: Texts): Texts => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

/** The body of both a test and a save. */
export const bodyOf = (draft: Draft): Record<string, unknown> => ({
  ...(draft.id === undefined ? {} : { id: draft.id }),
  database_name: draft.name.trim(),
  ...(draft.byAddress
    ? { sqlalchemy_uri: draft.address.trim(), configuration_method: 'sqlalchemy_form' }
    : { engine: draft.engine, parameters: filled(draft.parameters), configuration_method: 'dynamic_form' }),
  ssh_tunnel: draft.tunneled ? draft.tunnel : null,
  cache_timeout: draft.cacheTimeout.trim() === '' ? null : Number(draft.cacheTimeout),
  expose_in_sqllab: draft.inSqlLab,
  allow_dml: draft.allowsChanges,
  allow_file_upload: draft.takesFiles,
});

/** The fingerprint a failed test named, for somebody to confirm. */
export const fingerprintIn = (message: string): string | undefined => /SHA256:[\w+/=]+/.exec(message)?.[0];
