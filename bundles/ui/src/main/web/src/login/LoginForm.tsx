import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, signIn } from '../api/client';

interface Props {
  readonly username?: string;
  readonly onDone: (next: string | undefined) => void;
}

export function LoginForm({ username: known = '', onDone }: Props) {
  const { t } = useTranslation();
  const [username, setUsername] = useState(known);
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  const explain = (error: unknown) => {
    if (!(error instanceof ApiError)) return String(error);
    if (error.status === 401) return t('login.wrong');
    if (error.status === 429) return t('login.tooOften');
    if (error.status === 0) return t('error.unreachableText');
    return error.message || t('error.title');
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!username || !password) {
      setProblem(t('login.fillBoth'));
      return;
    }
    setBusy(true);
    setProblem(undefined);
    try {
      onDone((await signIn(username, password)).next);
    } catch (error) {
      setProblem(explain(error));
      setBusy(false);
    }
  };

  return (
    <form className="login-form" onSubmit={(event) => void submit(event)} noValidate>
      <div className="field">
        <label htmlFor="username">{t('login.username')}</label>
        <input
          id="username"
          name="username"
          className="input"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus={!known}
          value={username}
          aria-invalid={problem ? true : undefined}
          onChange={(event) => setUsername(event.currentTarget.value)}
        />
      </div>
      <div className="field">
        <label htmlFor="password">{t('login.password')}</label>
        <input
          id="password"
          name="password"
          type="password"
          className="input"
          autoComplete="current-password"
          autoFocus={Boolean(known)}
          value={password}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? 'login-problem' : undefined}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      </div>
      <p id="login-problem" className="problem" role="alert" data-testid="login-problem">
        {problem}
      </p>
      <button type="submit" className="btn primary" disabled={busy} data-testid="sign-in">
        {busy ? t('login.busy') : t('login.signIn')}
      </button>
    </form>
  );
}
