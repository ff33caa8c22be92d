import './style/tokens.css';
import './style/base.css';
import './style/mantine.css';
import './style/controls.css';
import './style/states.css';
import { setNonce } from 'get-nonce';
import { lazy } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { firstPage } from './app/places';
import { bootstrap, nonce } from './api/bootstrap';
import { queryClient } from './api/queryClient';
import { registry } from './chart/registry';
import { startLanguage } from './i18n';
import { pictureJob } from './picture/job';
import { wearBrand } from './style/brand';

const PicturePage = lazy(() => import('./picture/PicturePage'));

// Dialogs lock the page's scrolling with a style element of their own.
setNonce(nonce);
wearBrand();
const picture = pictureJob();
await startLanguage(picture?.locale ?? (bootstrap.locale || document.documentElement.lang));
if (bootstrap.user && !picture) {
  void registry.load();
  await firstPage(queryClient, location.pathname);
}
const root = document.getElementById('root');
if (root) createRoot(root).render(picture ? <PicturePage job={picture} /> : <App />);
