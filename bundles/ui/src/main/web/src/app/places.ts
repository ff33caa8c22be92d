import type { QueryClient } from '@tanstack/react-query';
import { createElement, type ComponentType } from 'react';
import { matchRoutes } from 'react-router';
import type { Kind } from '../alerts/types';
import { dashboardAhead } from '../api/queries';
import { latePage, type Page } from '../ui/late';

interface Place {
  readonly path: string;
  readonly page: Page;
  /** Asks for what the page will need, while its script is on its way. */
  readonly ahead?: (client: QueryClient, params: Readonly<Record<string, string | undefined>>) => void;
}

const explore = latePage(() => import('../explore/ExplorePage'));
const dataset = latePage(() => import('../dataset/DatasetPage'));
const lab = latePage(() => import('../sqllab/LabPage'));

type OfKind = () => Promise<{ default: ComponentType<{ readonly kind: Kind }> }>;

/** Alerts and reports share their pages, each under addresses of its own. */
const alertPlaces = (kind: Kind): readonly Place[] => {
  const page = (load: OfKind) =>
    latePage(async () => {
      const { default: Shared } = await load();
      return { default: () => createElement(Shared, { kind }) };
    });
  const at = `/${kind.toLowerCase()}`;
  const editor = page(() => import('../alerts/editor/EditorPage'));
  return [
    { path: `${at}/list/`, page: page(() => import('../alerts/AlertsPage')) },
    { path: `${at}/add`, page: editor },
    { path: `${at}/:id`, page: editor },
    { path: `${at}/:id/log`, page: page(() => import('../alerts/log/LogPage')) },
  ];
};

/** The pages of those who have signed in. */
export const places: readonly Place[] = [
  { path: '/welcome/', page: latePage(() => import('../home/HomePage')) },
  { path: '/dashboard/list/', page: latePage(() => import('../lists/DashboardsPage')) },
  { path: '/dashboard/p/:key/', page: latePage(() => import('../dashboard/share/PermalinkPage')) },
  {
    path: '/dashboard/:idOrSlug/',
    page: latePage(() => import('../dashboard/DashboardPage')),
    ahead: (client, { idOrSlug }) => {
      if (idOrSlug && idOrSlug !== 'new') dashboardAhead(client, idOrSlug);
    },
  },
  { path: '/chart/list/', page: latePage(() => import('../lists/ChartsPage')) },
  { path: '/chart/add', page: explore },
  { path: '/explore/', page: explore },
  { path: '/explore/table/:id/', page: explore },
  { path: '/explore/p/:key/', page: explore },
  { path: '/tablemodelview/list/', page: latePage(() => import('../lists/DatasetsPage')) },
  { path: '/dataset/add/', page: dataset },
  { path: '/dataset/:id', page: dataset },
  { path: '/databaseview/list/', page: latePage(() => import('../databases/DatabasesPage')) },
  { path: '/sqllab/', page: lab },
  { path: '/sqllab/p/:key/', page: lab },
  { path: '/sqllab/history/', page: latePage(() => import('../sqllab/history/HistoryPage')) },
  { path: '/savedqueryview/list/', page: latePage(() => import('../sqllab/saved/SavedQueriesPage')) },
  { path: '/plugin/list/', page: latePage(() => import('../plugins/PluginsPage')) },
  { path: '/plugin/gallery/', page: latePage(() => import('../plugins/GalleryPage')) },
  { path: '/plugin/preview/:vizType/', page: latePage(() => import('../plugins/PreviewPage')) },
  { path: '/tag/list/', page: latePage(() => import('../around/TagsPage')) },
  { path: '/tag/:id/', page: latePage(() => import('../around/TagPage')) },
  { path: '/trash/', page: latePage(() => import('../around/TrashPage')) },
  { path: '/user_info/', page: latePage(() => import('../around/UserInfoPage')) },
  { path: '/users/list/', page: latePage(() => import('../admin/UsersPage')) },
  { path: '/roles/', page: latePage(() => import('../admin/RolesPage')) },
  { path: '/rowlevelsecurity/list/', page: latePage(() => import('../admin/RowRulesPage')) },
  { path: '/task/list/', page: latePage(() => import('../tasks/TasksPage')) },
  { path: '/actionlog/list/', page: latePage(() => import('../admin/LogPage')) },
  { path: '/annotationlayer/list/', page: latePage(() => import('../annotations/LayersPage')) },
  { path: '/annotationlayer/:id/annotation/', page: latePage(() => import('../annotations/AnnotationsPage')) },
  { path: '/theme/list/', page: latePage(() => import('../looks/ThemesPage')) },
  ...alertPlaces('Alert'),
  ...alertPlaces('Report'),
  { path: '*', page: latePage(() => import('./MissingPage')) },
];

/** Longer than this nobody looks at nothing: the frame is drawn, and the page follows. */
const PATIENCE = 250;

/** Waits for the first page's script, so that it is drawn with its frame and at once. */
export async function firstPage(client: QueryClient, pathname: string): Promise<void> {
  const found = matchRoutes(
    places.map((place) => ({ path: place.path, handle: place })),
    pathname,
  )?.at(-1);
  const place = found?.route.handle as Place | undefined;
  if (!found || !place) return;
  place.ahead?.(client, found.params);
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  // A script that does not arrive is the page's own trouble: it says so where it would stand.
  await Promise.race([place.page.come().catch(() => undefined), patience]);
}
