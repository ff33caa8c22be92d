import { useTranslation } from 'react-i18next';
import { bootstrap } from '../api/bootstrap';
import { useTitle } from '../app/useTitle';
import { Sail } from '../ui/Icon';
import { LoginForm } from './LoginForm';
import { safeNext } from './next';
import './login.css';

export default function LoginPage() {
  const { t } = useTranslation();
  useTitle(t('login.title'));
  const leave = (next: string | undefined) => {
    const asked = new URLSearchParams(location.search).get('next');
    const here = location.pathname.startsWith('/login') ? null : location.pathname + location.search;
    location.assign(safeNext(asked ?? here ?? next));
  };
  return (
    <div className="login">
      <Sea />
      <main className="login-card" aria-labelledby="login-title">
        <div className="login-brand">
          {bootstrap.brand.logo ? <img src={bootstrap.brand.logo} alt="" height={40} /> : <Sail size={40} />}
          <span>{bootstrap.brand.name}</span>
        </div>
        <h1 id="login-title">{t('login.title')}</h1>
        <p className="muted">{t('login.lead')}</p>
        <LoginForm onDone={leave} />
      </main>
      <footer>{bootstrap.version ? `${bootstrap.brand.name} ${bootstrap.version}` : null}</footer>
    </div>
  );
}

/** A calm sea whose waves are area charts. */
const Sea = () => (
  <svg className="sea" viewBox="0 0 1440 420" preserveAspectRatio="none" aria-hidden="true">
    <path className="far" d="M0 190C120 150 210 120 340 150S560 240 720 200 980 90 1130 120s220 80 310 60V420H0Z" />
    <path className="mid" d="M0 270C150 240 260 300 420 280s270-110 440-90 240 120 380 100 140-50 200-60V420H0Z" />
    <path className="near" d="M0 350c180-30 320 20 520 0s320-70 500-50 300 60 420 30V420H0Z" />
  </svg>
);
