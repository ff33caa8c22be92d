import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { logicalStyles } from './logicalStyles';

// Of Mantine what stands around the page; the rest comes with the first menu, popover or dialog that is opened (ui/overlays).
const everywhere =
  /node_modules\/(react|react-dom|scheduler|react-router|@tanstack\/(query-core|react-query)|i18next|react-i18next|tslib|get-nonce|@mantine\/(core\/esm\/core\/(MantineProvider|DirectionProvider|utils\/(units-converters|deep-merge|keys))|hooks\/esm\/(use-isomorphic-effect|use-media-query|use-color-scheme|use-debounced-value)))\//;
const overlays =
  /node_modules\/(@mantine|@floating-ui|react-remove-scroll|react-remove-scroll-bar|react-style-singleton|use-sidecar|use-callback-ref|clsx|tabbable)\//;

// The server fills __NONCE__, __LANG__ and __BOOTSTRAP__ into index.html for each answer (dev.karavel.ui.Application).
export default defineConfig({
  base: '/static/',
  plugins: [react()],
  css: { postcss: { plugins: [logicalStyles] } },
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: '.build-cache/dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Libraries every page needs change rarely: one file, cached for long.
            { name: 'libraries', test: everywhere, priority: 2 },
            { name: 'mantine', test: overlays, priority: 1 },
            // What most kinds of series share is one file as well; the rest of ECharts comes by kind.
            { name: 'plot', test: /node_modules\/(echarts|zrender)\//, minShareCount: 6 },
          ],
        },
      },
    },
  },
  test: {
    environment: 'node',
    setupFiles: ['src/testPage.ts'],
    include: ['src/**/*.test.ts'],
    css: { include: [/tokens\.css/] },
  },
});
