import { lazy, Suspense } from 'react';
import { bootstrap, mayManageData } from '../api/bootstrap';

const MenuItems = lazy(() => import('./MenuItems'));

/** What leads from dashboards and charts to alerts; comes with the menu that is opened, not with the page. */
export const AlertItems = (props: { readonly dashboard?: number; readonly chart?: number }) =>
  mayManageData(bootstrap.user) ? (
    <Suspense fallback={null}>
      <MenuItems {...props} />
    </Suspense>
  ) : null;

/** A dashboard's charts come first. */
const REST = 2500;
const ReportCount = lazy(() => new Promise((resume) => setTimeout(resume, REST)).then(() => import('./ReportCount')));

export const ReportMark = ({ dashboard }: { readonly dashboard: number }) =>
  mayManageData(bootstrap.user) ? (
    <Suspense fallback={null}>
      <ReportCount dashboard={dashboard} />
    </Suspense>
  ) : null;
