import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// The server fills __NONCE__, __LANG__ and __BOOTSTRAP__ into index.html for each answer (dev.karavel.ui.Application).
export default defineConfig({
  base: '/static/',
  plugins: [react()],
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
  test: { environment: 'node', include: ['src/**/*.test.ts'] },
});
