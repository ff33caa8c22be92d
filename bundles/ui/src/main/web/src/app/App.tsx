import { DirectionProvider, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { bootstrap, nonce } from '../api/bootstrap';
import { queryClient } from '../api/queryClient';
import { currentLanguage } from '../i18n';
import { directionOf } from '../i18n/languages';
import { mantineTheme, mantineVariables, useMode } from '../style/theme';
import { Toasts } from '../ui/toast';
import { latePage } from '../ui/late';
import { Frame } from './Frame';
import { places } from './places';

const LoginPage = latePage(() => import('../login/LoginPage'));

export function App() {
  const mode = useMode();
  return (
    <DirectionProvider initialDirection={directionOf(currentLanguage())} detectDirection={false}>
      <MantineProvider
        theme={mantineTheme}
        cssVariablesResolver={mantineVariables}
        forceColorScheme={mode}
        getStyleNonce={() => nonce}
        withGlobalClasses={false}
      >
        <QueryClientProvider client={queryClient}>
          <BrowserRouter>
            <Routes>
              <Route path="/login/" element={<LoginPage />} />
              {bootstrap.user ? (
                <Route element={<Frame user={bootstrap.user} />}>
                  <Route path="/" element={<Navigate to="/welcome/" replace />} />
                  {places.map(({ path, page: Page }) => (
                    <Route key={path} path={path} element={<Page />} />
                  ))}
                </Route>
              ) : (
                <Route path="*" element={<LoginPage />} />
              )}
            </Routes>
          </BrowserRouter>
          <Toasts />
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  );
}
