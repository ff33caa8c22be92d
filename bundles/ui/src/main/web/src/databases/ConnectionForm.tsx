import { useTranslation } from 'react-i18next';
import { fingerprintIn, type Draft, type Engine, type Field } from './api';
import { SettingField } from './SettingField';

interface Problem {
  readonly field: string | undefined;
  readonly text: string;
}

interface Props {
  readonly draft: Draft;
  readonly engine: Engine | undefined;
  readonly tunnel: readonly Field[];
  readonly problem: Problem | undefined;
  readonly onChange: (draft: Draft) => void;
}

const TUNNEL = 'ssh_tunnel.';
const FINGERPRINT = `${TUNNEL}host_key_fingerprint`;

/** Names of fields that are on the page: a problem with any other one is told at the foot. */
export const shownFields = (draft: Draft, engine: Engine | undefined, tunnel: readonly Field[]): readonly string[] => [
  'database_name',
  ...(draft.byAddress ? ['sqlalchemy_uri'] : (engine?.settings.map(({ name }) => name) ?? [])),
  ...(draft.tunneled ? tunnel.map(({ name }) => TUNNEL + name) : []),
];

export function ConnectionForm({ draft, engine, tunnel, problem, onChange }: Props) {
  const { t } = useTranslation();
  const set = (changes: Partial<Draft>) => onChange({ ...draft, ...changes });
  const problemOf = (field: string) => (problem?.field === field ? problem.text : undefined);
  const plain = (name: string, title: string): Field => ({
    name,
    title,
    kind: 'text',
    required: true,
    default: '',
    help: '',
  });
  const met = problem?.field === FINGERPRINT ? fingerprintIn(problem.text) : undefined;
  return (
    <div className="connection">
      <SettingField
        field={plain('database_name', t('databases.name'))}
        id="database_name"
        value={draft.name}
        problem={problemOf('database_name')}
        onChange={(name) => set({ name })}
      />
      {draft.byAddress ? (
        <SettingField
          field={{ ...plain('sqlalchemy_uri', t('databases.address')), help: engine?.sqlalchemy_uri_placeholder ?? '' }}
          id="sqlalchemy_uri"
          value={draft.address}
          problem={problemOf('sqlalchemy_uri')}
          onChange={(address) => set({ address })}
        />
      ) : (
        <div className="settings">
          {engine?.settings.map((field) => (
            <SettingField
              key={field.name}
              field={field}
              id={field.name}
              value={draft.parameters[field.name] ?? ''}
              problem={problemOf(field.name)}
              onChange={(value) => set({ parameters: { ...draft.parameters, [field.name]: value } })}
            />
          ))}
        </div>
      )}
      <button type="button" className="link" onClick={() => set({ byAddress: !draft.byAddress })}>
        {t(draft.byAddress ? 'databases.byForm' : 'databases.byAddress')}
      </button>
      {engine?.engine_information.disable_ssh_tunneling ? null : (
        <section className="part">
          <label className="check">
            <input
              type="checkbox"
              checked={draft.tunneled}
              data-testid="tunneled"
              onChange={(event) => set({ tunneled: event.currentTarget.checked })}
            />
            <span>
              {t('databases.tunnel')}
              <span className="hint">{t('databases.tunnelHelp')}</span>
            </span>
          </label>
          {draft.tunneled ? (
            <div className="settings">
              {tunnel.map((field) => (
                <SettingField
                  key={field.name}
                  field={field}
                  id={TUNNEL + field.name}
                  value={draft.tunnel[field.name] ?? ''}
                  problem={problemOf(TUNNEL + field.name)}
                  onChange={(value) => set({ tunnel: { ...draft.tunnel, [field.name]: value } })}
                />
              ))}
              {met ? (
                <button
                  type="button"
                  className="btn small"
                  onClick={() => set({ tunnel: { ...draft.tunnel, host_key_fingerprint: met } })}
                >
                  {t('databases.confirmKey')}
                </button>
              ) : null}
            </div>
          ) : null}
        </section>
      )}
      <section className="part">
        {(
          [
            ['inSqlLab', 'sqlLab'],
            ['takesFiles', 'files'],
            ['allowsChanges', 'changes'],
          ] as const
        ).map(([key, word]) => (
          <label key={key} className="check">
            <input
              type="checkbox"
              checked={draft[key]}
              data-testid={key}
              onChange={(event) => set({ [key]: event.currentTarget.checked })}
            />
            <span>
              {t(`databases.allow.${word}`)}
              <span className="hint">{t(`databases.allowHelp.${word}`)}</span>
            </span>
          </label>
        ))}
        <SettingField
          field={{
            ...plain('cache_timeout', t('databases.cacheTimeout')),
            kind: 'number',
            required: false,
            help: t('databases.cacheHelp'),
          }}
          id="cache_timeout"
          value={draft.cacheTimeout}
          problem={problemOf('cache_timeout')}
          onChange={(cacheTimeout) => set({ cacheTimeout })}
        />
      </section>
    </div>
  );
}
