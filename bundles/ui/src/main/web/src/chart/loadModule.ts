import type { VisualizationModule } from 'karavel-viz';
import { currentLanguage, currentLocale } from '../i18n';
import './loopGuard';
import type { LoadedModule, Messages, Visualization } from './visualization';

const isModule = (value: Partial<VisualizationModule>): value is VisualizationModule =>
  typeof value.chart === 'function' || typeof value.mount === 'function';

/** A plugin without its texts still draws: they are words beside the chart, not the chart. */
async function fetchMessages(url: string): Promise<Messages> {
  try {
    const response = await fetch(url);
    return response.ok ? ((await response.json()) as Messages) : {};
  } catch (cause) {
    console.warn(`The texts of a plugin cannot be read: ${url}`, cause);
    return {};
  }
}

async function messagesOf(one: Visualization): Promise<Messages> {
  const available = one.messages ?? [];
  const folder = one.module.slice(0, one.module.lastIndexOf('/') + 1);
  const wanted = ['en', currentLanguage(), currentLocale()].filter(
    (language, index, all) => available.includes(language) && all.indexOf(language) === index,
  );
  const found = await Promise.all(wanted.map((language) => fetchMessages(`${folder}messages/${language}.json`)));
  return Object.assign({}, ...found) as Messages;
}

const announced = new Set<string>();

/** Tells the browser at once of all scripts it would find one behind the other. */
function announce({ module, scripts = [] }: Visualization) {
  const folder = module.split('/').slice(0, 4).join('/');
  for (const address of scripts.map((script) => `${folder}/${script}`)) {
    if (announced.has(address)) continue;
    announced.add(address);
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = address;
    document.head.append(link);
  }
}

export async function loadModule(one: Visualization): Promise<LoadedModule> {
  announce(one);
  const [module, messages] = await Promise.all([
    import(/* @vite-ignore */ one.module) as Promise<Partial<VisualizationModule>>,
    messagesOf(one),
  ]);
  if (!isModule(module)) throw new TypeError(`${one.viz_type}/index.js exports neither chart() nor mount()`);
  return { module, messages };
}
