// MapLibre, deck.gl and supercluster as modules of their own: loaded when a map is on screen, shared by all charts of the bundle.
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

const here = import.meta.dirname;
const dist = path.join(here, 'node_modules/maplibre-gl/dist');

/** A pure chart has no clock; this one only told how long it took. */
const withoutClock = {
  name: 'without-clock',
  transform: (code, id) => (/[\\/]supercluster[\\/]index\.js$/.test(id) ? code.replaceAll('performance.now()', '0') : undefined),
};

/** @param {string} target a folder; writes maplibre.js, maplibre-worker.js, maplibre-style.js, deck.js and supercluster.js */
export async function library(target) {
  const plain = (name) => fs.readFileSync(path.join(dist, name), 'utf8').replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n');
  fs.writeFileSync(`${target}/maplibre.js`, plain('maplibre-gl.mjs'));
  fs.writeFileSync(`${target}/maplibre-worker.js`, plain('maplibre-gl-worker.mjs'));
  fs.writeFileSync(`${target}/maplibre-style.js`, `export default ${JSON.stringify(fs.readFileSync(path.join(dist, 'maplibre-gl.css'), 'utf8'))};\n`);
  await build({
    root: here,
    configFile: false,
    logLevel: 'warn',
    plugins: [withoutClock],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: target,
      emptyOutDir: false,
      target: 'es2022',
      minify: true,
      modulePreload: false,
      lib: { entry: { deck: 'src/deck.js', supercluster: 'src/supercluster.js' }, formats: ['es'], fileName: (_, name) => `${name}.js` },
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { output: { minify: true, chunkFileNames: 'deck-[name].js' } },
    },
  });
}
