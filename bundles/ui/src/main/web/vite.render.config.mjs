import fs from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vite';
import { localeData } from './src/render/localeData.ts';

const languages = fs
  .readdirSync('src/i18n')
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.slice(0, -5));

const fonts = [
  ['@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf', 'Inter-400.ttf'],
  ['@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf', 'Inter-500.ttf'],
  ['@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf', 'Inter-600.ttf'],
  ['@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf', 'Inter-700.ttf'],
  ['@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf', 'NotoSans-400.ttf'],
  ['@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf', 'NotoSans-600.ttf'],
  ['dejavu-fonts-ttf/ttf/DejaVuSans.ttf', 'DejaVuSans-400.ttf'],
  ['dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf', 'DejaVuSansMono-400.ttf'],
];

/** What this machine knows of languages and V8 on the server does not: it comes without ICU's data. */
const locales = {
  name: 'karavel-locales',
  resolveId: (id) => (id === 'virtual:locale-data' ? `\0${id}` : undefined),
  load: (id) =>
    id === '\0virtual:locale-data' ? `export default ${JSON.stringify(localeData(languages))}` : undefined,
};

const fontFiles = {
  name: 'karavel-fonts',
  generateBundle() {
    for (const [from, to] of fonts)
      this.emitFile({
        type: 'asset',
        fileName: `fonts/${to}`,
        source: fs.readFileSync(path.join('node_modules', from)),
      });
  },
};

// Nor does it know classes of letters in regular expressions, which the reader of markdown asks for within brackets.
const letters = {
  L: 'A-Za-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u02af\\u0370-\\u1fff\\u2c00-\\u2dff\\u3040-\\ud7ff\\uf900-\\ufaff',
  N: '0-9\\u00b2\\u00b3\\u00b9\\u0660-\\u0669\\u2160-\\u2188',
  P: '!-#%-*,-\\/:;?@\\[-\\]_{}\\u00a1\\u00a7\\u00ab\\u00b6\\u00b7\\u00bb\\u00bf\\u2010-\\u2027\\u2030-\\u205e\\u3001-\\u3003',
  Pi: '\\u00ab\\u2018\\u201b\\u201c\\u201f\\u2039',
  Ps: '(\\[{\\u201a\\u201e',
  S: '$+<=>^`|~\\u00a2-\\u00a9\\u00ac\\u00ae-\\u00b1\\u00b4\\u00d7\\u00f7\\u2030-\\u205e\\u20a0-\\u20bf\\u2190-\\u2bff',
};
const letterClasses = {
  name: 'karavel-letter-classes',
  transform: (code, id) =>
    id.includes('/marked/') ? code.replace(/\\p\{([LNPS][is]?)\}/g, (_, name) => letters[name]) : undefined,
};

// The script that draws charts in V8 on the server (bundles/render), of the sources that draw them in the page.
export default defineConfig({
  plugins: [locales, letterClasses, fontFiles],
  define: { 'process.env.NODE_ENV': '"production"' },
  publicDir: false,
  build: {
    outDir: '.build-cache/render',
    emptyOutDir: true,
    target: 'es2022',
    lib: { entry: 'src/render/entry.ts', formats: ['iife'], name: 'karavelRender', fileName: () => 'render.js' },
  },
});
