import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useTitle } from '../app/useTitle';
import { TextField } from '../admin/Dialog';
import { languages } from '../i18n/languages';
import { chooseTheme, type ThemeChoice } from '../style/theme';
import { useFailureText } from '../ui/failure';
import { FailureState } from '../ui/States';
import { say } from '../ui/toast';
import '../admin/admin.css';
import './words';

interface Me {
  readonly username: string;
  readonly first_name: string;
  readonly last_name: string;
  readonly email: string;
  readonly preferences: Readonly<Record<string, string>>;
}

const zones = (): readonly string[] => Intl.supportedValuesOf('timeZone');
const landings = ['/welcome/', '/dashboard/list/', '/chart/list/', '/tablemodelview/list/', '/sqllab/'] as const;
const landingWords: Readonly<Record<string, string>> = {
  '/welcome/': 'nav.home',
  '/dashboard/list/': 'nav.dashboards',
  '/chart/list/': 'nav.charts',
  '/tablemodelview/list/': 'nav.datasets',
  '/sqllab/': 'around.me.sqlLab',
};

/** One's own name, password, language, time zone, look and first page. */
export default function UserInfoPage() {
  const { t } = useTranslation();
  useTitle(t('around.me.title'));
  const me = useQuery({
    queryKey: ['me'],
    queryFn: async ({ signal }) => (await api<{ result: Me }>('/api/v1/me/', { signal })).result,
  });
  return (
    <>
      <div className="top">
        <h1>{t('around.me.title')}</h1>
        {me.data ? <span className="badge">{me.data.username}</span> : null}
      </div>
      <div className="page">
        {me.isError ? <FailureState error={me.error} onRetry={() => void me.refetch()} /> : null}
        {me.data ? (
          <div className="person-form">
            <Person me={me.data} />
            <Look preferences={me.data.preferences} />
            <Password />
          </div>
        ) : null}
      </div>
    </>
  );
}

const put = (body: Readonly<Record<string, unknown>>) => api('/api/v1/me/', { method: 'PUT', body });

const Problem = ({ error }: { error: unknown }) => {
  const words = useFailureText()(error);
  return (
    <p className="problem" role="alert">
      {words.title} {words.text}
    </p>
  );
};

function Person({ me }: { me: Me }) {
  const { t } = useTranslation();
  const [first, setFirst] = useState(me.first_name);
  const [last, setLast] = useState(me.last_name);
  const [email, setEmail] = useState(me.email);
  const save = useMutation({
    mutationFn: () => put({ first_name: first, last_name: last, email }),
    onSuccess: () => say(t('around.me.saved')),
  });
  return (
    <form
      className="card"
      data-testid="person"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <h2>{t('around.me.person')}</h2>
      <TextField
        id="me-first"
        label={t('around.users.firstName')}
        value={first}
        onChange={setFirst}
        autoComplete="given-name"
      />
      <TextField
        id="me-last"
        label={t('around.users.lastName')}
        value={last}
        onChange={setLast}
        autoComplete="family-name"
      />
      <TextField
        id="me-email"
        label={t('around.users.email')}
        value={email}
        onChange={setEmail}
        type="email"
        autoComplete="email"
      />
      {save.error ? <Problem error={save.error} /> : null}
      <button type="submit" className="btn primary" disabled={save.isPending}>
        {t('action.save')}
      </button>
    </form>
  );
}

function Look({ preferences }: { preferences: Readonly<Record<string, string>> }) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(preferences);
  const save = useMutation({
    mutationFn: () =>
      put({
        preferences: Object.fromEntries(
          ['language', 'time_zone', 'theme', 'landing'].map((name) => [name, wanted[name] ?? null]),
        ),
      }),
    onSuccess: () => {
      chooseTheme((wanted['theme'] ?? 'system') as ThemeChoice);
      // texts and directions are chosen when a page is made
      location.reload();
    },
  });
  const choice = (name: string, label: string, any: string, options: readonly (readonly [string, string])[]) => (
    <div className="field">
      <label htmlFor={`me-${name}`}>{label}</label>
      <select
        id={`me-${name}`}
        className="input"
        value={wanted[name] ?? ''}
        onChange={(event) => {
          const { [name]: old, ...rest } = wanted;
          setWanted(event.currentTarget.value ? { ...rest, [name]: event.currentTarget.value } : rest);
          return old;
        }}
      >
        <option value="">{any}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <form
      className="card"
      data-testid="look"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <h2>{t('around.me.look')}</h2>
      {choice(
        'language',
        t('around.me.language'),
        t('around.me.asBrowser'),
        languages.map(({ code, name }) => [code, name]),
      )}
      {choice(
        'time_zone',
        t('around.me.timeZone'),
        t('around.me.asBrowser'),
        zones().map((zone) => [zone, zone.replaceAll('_', ' ')]),
      )}
      {choice('theme', t('theme.label'), t('theme.system'), [
        ['light', t('theme.light')],
        ['dark', t('theme.dark')],
      ])}
      {choice(
        'landing',
        t('around.me.landing'),
        t('nav.home'),
        landings.slice(1).map((path) => [path, t(landingWords[path] ?? path)]),
      )}
      {save.error ? <Problem error={save.error} /> : null}
      <button type="submit" className="btn primary" disabled={save.isPending} data-testid="look-save">
        {t('action.save')}
      </button>
    </form>
  );
}

function Password() {
  const { t } = useTranslation();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const save = useMutation({
    mutationFn: () => put({ current_password: current, password: next }),
    onSuccess: () => location.assign('/login/?next=/user_info/'),
  });
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        if (current && next) save.mutate();
      }}
    >
      <h2>{t('around.users.password')}</h2>
      <TextField
        id="me-current"
        label={t('around.me.current')}
        type="password"
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
      />
      <TextField
        id="me-next"
        label={t('around.me.next')}
        type="password"
        autoComplete="new-password"
        value={next}
        onChange={setNext}
        hint={t('around.users.passwordHint')}
      />
      {save.error ? <Problem error={save.error} /> : null}
      <button type="submit" className="btn" disabled={!current || !next || save.isPending}>
        {t('around.me.change')}
      </button>
    </form>
  );
}
