// @ts-check
/** @import { Chart, Data, FormData, Input, Mount } from 'karavel-viz' */
/** @import { Bounds } from '../geo/mercator.js' */
/** @import { Scene } from '../geo/scene.js' */
import { list, text } from '../shared/settings.js';
import { mountScenes } from '../geo/mount.js';
import { pictureOf } from '../geo/picture.js';
import { viewOf } from '../geo/scene.js';
import { READERS } from '../geo/readers/byType.js';

/** @typedef {{ readonly title: string, readonly vizType: string, readonly formData: FormData, readonly results: readonly Data[] }} Part */

/** @param {readonly Scene[]} scenes @returns {Bounds | undefined} */
function around(scenes) {
  const all = scenes.flatMap(({ bounds }) => (bounds ? [bounds] : []));
  const edge = (/** @type {number} */ at, /** @type {(...values: number[]) => number} */ pick) => pick(...all.map((one) => one[at] ?? 0));
  return all.length === 0 ? undefined : [edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)];
}

/** The layers on one map; the first that has a legend brings it. @param {Input} input @param {readonly Part[]} parts */
function shown(input, parts) {
  const drawn = (/** @type {import('../geo/mercator.js').View} */ view) => parts.flatMap(({ vizType, formData, results }) => {
    const read = READERS[vizType];
    const data = results[0];
    return read && data ? [read({ ...input, data, results, formData: { ...formData, viz_type: vizType } }, view)] : [];
  });
  const view = viewOf(input, around(drawn(viewOf(input, undefined))));
  const scenes = drawn(view);
  const legend = scenes.find((scene) => scene.legend)?.legend;
  return { scenes: scenes.map((scene, index) => (index === 0 ? { ...scene, legend } : scene)), view };
}

/** Layers that are written in the settings themselves, each with a result of its own: samples have them, and pictures of saved maps. @param {Input} input @returns {Part[]} */
const written = ({ formData, results }) =>
  list(formData, 'layers').flatMap((one, index) => {
    const layer = /** @type {Record<string, unknown> | null} */ (one !== null && typeof one === 'object' ? one : null);
    const data = results[index];
    return layer && data ? [{ title: String(layer.title ?? ''), vizType: String(layer.viz_type ?? ''), formData: layer, results: [data] }] : [];
  });

/** What this map and its dashboard add to the question of a layer. @param {FormData} own @param {FormData} layer @returns {FormData} */
function added(own, layer) {
  const filters = list(own, 'adhoc_filters');
  const range = text(own, 'time_range', 'No filter');
  return {
    ...(filters.length > 0 ? { adhoc_filters: [...list(layer, 'adhoc_filters'), ...filters] } : {}),
    ...(range === 'No filter' ? {} : { time_range: range }),
    ...(own.extra_form_data ? { extra_form_data: own.extra_form_data } : {}),
  };
}

const ids = (/** @type {FormData} */ formData) => list(formData, 'deck_slices').map(Number).filter((id) => Number.isInteger(id) && id > 0);

/** The server lays the chosen charts and their answers into the settings where it makes a picture. @type {Chart} */
export function chart(input) {
  const { scenes: [first, ...more], view } = shown(input, written(input));
  const scene = first ?? { layers: [], bounds: undefined, kind: 'layers' };
  const drawing = pictureOf(input, scene, { ...view, bearing: 0, pitch: 0 }, more);
  return { ...drawing, description: input.text('layered', { count: Math.max(ids(input.formData).length, more.length + (first ? 1 : 0)) }) };
}

/** @type {Mount} */
export const mount = mountScenes((first, host, again) => {
  /** @type {Part[]} */
  let parts = [];
  let asked = '';
  /** @type {Promise<void>} */
  let answered = Promise.resolve();
  async function ask(/** @type {FormData} */ own, /** @type {string} */ key) {
    const wanted = ids(own);
    const found = await Promise.allSettled(wanted.map(async (id) => {
      const other = await host.chart(id);
      if (!READERS[other.vizType]) throw new TypeError(`${other.title} (${other.vizType})`);
      return { title: other.title, vizType: other.vizType, formData: other.formData, results: await other.ask(added(own, other.formData)) };
    }));
    found.forEach((one, index) => one.status === 'rejected' && console.warn(`Layer ${wanted[index]} of a map is left out`, one.reason));
    if (asked !== key) return;
    parts = found.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    again();
  }
  return Object.assign((/** @type {Input} */ input) => {
    const key = JSON.stringify([ids(input.formData), added(input.formData, {})]);
    if (asked !== key) {
      asked = key;
      answered = ask(input.formData, key);
    }
    return shown(input, [...written(input), ...parts]);
  }, { ready: () => answered });
});
