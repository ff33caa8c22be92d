import { DirectionProvider, MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy } from 'react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { bootstrap, nonce } from '../api/bootstrap';
import { ApiError } from '../api/client';
import { currentLanguage } from '../i18n';
import { directionOf } from '../i18n/languages';
import { mantineTheme, mantineVariables, useMode } from '../style/theme';
import { Toasts } from '../ui/toast';
import { Frame } from './Frame';

const LoginPage = lazy(() => import('../login/LoginPage'));
const HomePage = lazy(() => import('../home/HomePage'));
const DashboardsPage = lazy(() => import('../lists/DashboardsPage'));
const ChartsPage = lazy(() => import('../lists/ChartsPage'));
const DatasetsPage = lazy(() => import('../lists/DatasetsPage'));
const DatasetPage = lazy(() => import('../dataset/DatasetPage'));
const DatabasesPage = lazy(() => import('../databases/DatabasesPage'));
const PluginsPage = lazy(() => import('../plugins/PluginsPage'));
const GalleryPage = lazy(() => import('../plugins/GalleryPage'));
const PreviewPage = lazy(() => import('../plugins/PreviewPage'));
const PermalinkPage = lazy(() => import('../dashboard/share/PermalinkPage'));
const DashboardPage = lazy(() => import('../dashboard/DashboardPage'));
const ExplorePage = lazy(() => import('../explore/ExplorePage'));
const LabPage = lazy(() => import('../sqllab/LabPage'));
const SavedQueriesPage = lazy(() => import('../sqllab/saved/SavedQueriesPage'));
const HistoryPage = lazy(() => import('../sqllab/history/HistoryPage'));
const TagsPage = lazy(() => import('../around/TagsPage'));
const TagPage = lazy(() => import('../around/TagPage'));
const TrashPage = lazy(() => import('../around/TrashPage'));
const UserInfoPage = lazy(() => import('../around/UserInfoPage'));
const UsersPage = lazy(() => import('../admin/UsersPage'));
const RolesPage = lazy(() => import('../admin/RolesPage'));
const RowRulesPage = lazy(() => import('../admin/RowRulesPage'));
const LogPage = lazy(() => import('../admin/LogPage'));
const LayersPage = lazy(() => import('../annotations/LayersPage'));
const AnnotationsPage = lazy(() => import('../annotations/AnnotationsPage'));
const MissingPage = lazy(() => import('./MissingPage'));

/** A refusal will not change by asking again, nor a warehouse that just failed; a lost connection or a busy server may. */
const worthRetrying = (failures: number, error: unknown) =>
  failures < 2 &&
  error instanceof ApiError &&
  (error.status === 0 || (error.status === 503 && error.blame !== 'warehouse'));

const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: worthRetrying, refetchOnWindowFocus: false, staleTime: 10_000 } },
});

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
                  <Route path="/welcome/" element={<HomePage />} />
                  <Route path="/dashboard/list/" element={<DashboardsPage />} />
                  <Route path="/dashboard/p/:key/" element={<PermalinkPage />} />
                  <Route path="/dashboard/:idOrSlug/" element={<DashboardPage />} />
                  <Route path="/chart/list/" element={<ChartsPage />} />
                  <Route path="/chart/add" element={<ExplorePage />} />
                  <Route path="/explore/" element={<ExplorePage />} />
                  <Route path="/explore/table/:id/" element={<ExplorePage />} />
                  <Route path="/explore/p/:key/" element={<ExplorePage />} />
                  <Route path="/tablemodelview/list/" element={<DatasetsPage />} />
                  <Route path="/dataset/add/" element={<DatasetPage />} />
                  <Route path="/dataset/:id" element={<DatasetPage />} />
                  <Route path="/databaseview/list/" element={<DatabasesPage />} />
                  <Route path="/sqllab/" element={<LabPage />} />
                  <Route path="/sqllab/p/:key/" element={<LabPage />} />
                  <Route path="/sqllab/history/" element={<HistoryPage />} />
                  <Route path="/savedqueryview/list/" element={<SavedQueriesPage />} />
                  <Route path="/plugin/list/" element={<PluginsPage />} />
                  <Route path="/plugin/gallery/" element={<GalleryPage />} />
                  <Route path="/plugin/preview/:vizType/" element={<PreviewPage />} />
                  <Route path="/tag/list/" element={<TagsPage />} />
                  <Route path="/tag/:id/" element={<TagPage />} />
                  <Route path="/trash/" element={<TrashPage />} />
                  <Route path="/user_info/" element={<UserInfoPage />} />
                  <Route path="/users/list/" element={<UsersPage />} />
                  <Route path="/roles/" element={<RolesPage />} />
                  <Route path="/rowlevelsecurity/list/" element={<RowRulesPage />} />
                  <Route path="/actionlog/list/" element={<LogPage />} />
                  <Route path="/annotationlayer/list/" element={<LayersPage />} />
                  <Route path="/annotationlayer/:id/annotation/" element={<AnnotationsPage />} />
                  <Route path="*" element={<MissingPage />} />
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
