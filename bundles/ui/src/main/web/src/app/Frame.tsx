import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Outlet, useLocation, useSearchParams } from 'react-router';
import type { Person } from '../api/bootstrap';
import { onSignedOut } from '../api/client';
import { followEvents } from './events';
import { ErrorFence } from './ErrorFence';
import { Rail } from './Rail';
import { visit } from './recent';
import { useKeys } from './useKeys';
import './frame.css';

// Its words are added to a language that must have started: it may not be part of the first script.
const Palette = lazy(() => import('./Palette').then((module) => ({ default: module.Palette })));
const HelpDialog = lazy(() => import('./HelpDialog').then((module) => ({ default: module.HelpDialog })));
const SignInAgain = lazy(() => import('./SignInAgain').then((module) => ({ default: module.SignInAgain })));

const focusSearch = () => document.querySelector<HTMLInputElement>('input[data-search="main"]')?.focus();

/** The signed-in house: rail, page, palette, help. `standalone` in the address hides the rail (and more, on dashboards). */
export function Frame({ user }: { user: Person }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const location = useLocation();
  const [search] = useSearchParams();
  const [open, setOpen] = useState<'palette' | 'help' | undefined>();
  const [signedOut, setSignedOut] = useState(false);
  const bare = Number(search.get('standalone') ?? 0) > 0;
  const close = useCallback(() => setOpen(undefined), []);

  useEffect(() => followEvents(client), [client]);
  useEffect(() => {
    // a page's title is known once its thing is
    const seen = new MutationObserver(() =>
      visit(location.pathname + location.search, document.title.split(' · ')[0] ?? ''),
    );
    const title = document.querySelector('title');
    if (title) seen.observe(title, { childList: true });
    return () => seen.disconnect();
  }, [location.pathname, location.search]);
  useEffect(() => onSignedOut(() => setSignedOut(true)), []);
  useKeys({
    'mod+k': () => setOpen((now) => (now === 'palette' ? undefined : 'palette')),
    '?': () => setOpen('help'),
    '/': focusSearch,
  });

  return (
    <div className={bare ? 'app bare' : 'app'}>
      <a className="skip" href="#main">
        {t('nav.skip')}
      </a>
      {bare ? null : <Rail user={user} onPalette={() => setOpen('palette')} onHelp={() => setOpen('help')} />}
      <main id="main" tabIndex={-1}>
        <ErrorFence key={location.pathname}>
          <Suspense fallback={<PageSkeleton />}>
            <Outlet />
          </Suspense>
        </ErrorFence>
      </main>
      <Suspense fallback={null}>
        {open === 'palette' ? <Palette onClose={close} onHelp={() => setOpen('help')} /> : null}
        {open === 'help' ? <HelpDialog onClose={close} /> : null}
      </Suspense>
      <Suspense fallback={null}>
        {signedOut ? <SignInAgain username={user.username} onDone={() => setSignedOut(false)} /> : null}
      </Suspense>
    </div>
  );
}

const PageSkeleton = () => (
  <div className="top" aria-hidden="true">
    <div>
      <div className="skeleton" style={{ width: 90, height: 12, marginBottom: 8 }} />
      <div className="skeleton" style={{ width: 240, height: 22 }} />
    </div>
  </div>
);
