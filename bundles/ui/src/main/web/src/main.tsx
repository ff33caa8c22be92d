import './style/tokens.css';
import './style/base.css';
import './style/mantine.css';
import './style/controls.css';
import './style/states.css';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { bootstrap, nonce } from './api/bootstrap';
import { startLanguage } from './i18n';
import { wearBrand } from './style/brand';

// Dialogs lock the page's scrolling with a style element of their own.
setNonce(nonce);
wearBrand();
await startLanguage(bootstrap.locale || document.documentElement.lang);
const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
