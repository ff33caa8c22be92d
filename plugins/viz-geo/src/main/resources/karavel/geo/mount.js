// @ts-check
/** @import { Host, Input, Mount, Mounted } from 'karavel-viz' */
/** @import { ReadScene, Scene, Told } from './scene.js' */
import { text } from '../shared/settings.js';
import { addDetail, chosenStyle, DETAIL_ZOOM, offlineStyle } from './basemap.js';
import { layersOf } from './layers.js';
import { adopt, dress } from './look.js';
import { createList, createTip, element, legendBox, spotOf } from './panels.js';
import { describe, pictureOf, sceneOf, tipOf } from './picture.js';

/** @returns {Promise<any>} MapLibre and deck.gl, loaded when the first map is on screen */
let engines;
const load = () =>
  (engines ??= Promise.all([import('../vendor/maplibre.js'), import('../vendor/deck.js'), import('../vendor/maplibre-style.js')]).then(([maplibre, deck, style]) => {
    maplibre.setWorkerUrl(new URL('../vendor/maplibre-worker.js', import.meta.url).href);
    adopt(style.default);
    return { maplibre, deck };
  }));

function canDraw() {
  const context = document.createElement('canvas').getContext('webgl2');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}

/** @typedef {{ readonly scenes: readonly Scene[], readonly view: import('./mercator.js').View }} Shown */
/** @typedef {((input: Input) => Shown) & { ready?: () => Promise<unknown> }} See what is on the map now; `ready` when all that was asked for is on it */
/** @typedef {(input: Input, host: Host, again: () => void) => See} Watch what is on the map; may change it later by calling `again` */

/** A map of one scene. @param {ReadScene} read @returns {Mount} */
export const mountMap = (read) => mountScenes((input, host, again) => (next) => {
  const { scene, view } = sceneOf(read, next);
  return { scenes: [scene], view };
}, read.length > 1 ? read : undefined);

/** @typedef {(map: any, root: HTMLElement, input: Input, host: Host, tell: (said: string) => void) => { update: (input: Input) => void, ready: () => Promise<unknown>, dispose: () => void }} Decorate what stands on the map beside its scenes */

/** @param {Watch} watch @param {ReadScene} [byView] read again where the map looks elsewhere @param {Decorate} [decorate] @returns {Mount} */
export function mountScenes(watch, byView, decorate) {
  return async (place, first, host) => {
    const root = element('div', 'kv-map');
    place.append(root);
    dress(root, first.theme);
    let left = false;
    /** @type {Mounted | undefined} */
    let inner;
    let input = first;
    const still = (/** @type {boolean} */ lost) => {
      inner?.dispose();
      inner = drawStill(root, input, watch, host, lost, begin);
    };
    async function begin() {
      inner?.dispose();
      root.replaceChildren();
      if (!canDraw()) return still(false);
      const { maplibre, deck } = await load();
      if (left) return;
      const live = drawLive(root, input, host, { maplibre, deck, watch, byView, decorate, still: () => still(true) });
      inner = live;
      await live.drawn;
    }
    await begin();
    return {
      update(next) {
        input = next;
        dress(root, next.theme);
        inner?.update(next);
      },
      resize: (size) => inner?.resize(size),
      dispose() {
        left = true;
        inner?.dispose();
        root.remove();
      },
    };
  };
}

/** Without WebGL: the picture that mails have, and why. @param {HTMLElement} root @param {Input} first @param {Watch} watch @param {Host} host @param {boolean} lost @param {() => void} again @returns {Mounted} */
function drawStill(root, first, watch, host, lost, again) {
  const box = element('div', 'still canvas');
  const said = element('div', 'failed', first.text(lost ? 'contextLost' : 'noWebgl'));
  said.setAttribute('role', 'status');
  if (lost) {
    const button = element('button', '', first.text('tryAgain'));
    button.addEventListener('click', again);
    said.append(button);
  }
  let input = first;
  const see = watch(first, host, () => draw());
  function draw() {
    const { scenes: [scene, ...more], view } = see(input);
    const drawing = scene && pictureOf(input, scene, { ...view, bearing: 0, pitch: 0 }, more);
    if (drawing?.kind === 'svg') box.innerHTML = host.clean?.(drawing.svg) ?? drawing.svg;
  }
  root.replaceChildren(box, said);
  draw();
  return {
    update(next) {
      input = next;
      draw();
    },
    resize: (size) => {
      input = { ...input, size };
      draw();
    },
    dispose: () => root.replaceChildren(),
  };
}

/** @param {HTMLElement} root @param {Input} first @param {Host} host @param {{ maplibre: any, deck: any, watch: Watch, byView: ReadScene | undefined, decorate: Decorate | undefined, still: () => void }} parts @returns {Mounted & { drawn: Promise<unknown> }} */
function drawLive(root, first, host, { maplibre, deck, watch, byView, decorate, still }) {
  let input = first;
  const see = watch(first, host, () => redraw(true));
  let { scenes, view } = see(input);
  let moved = false;
  let offline = true;
  const canvas = element('div', 'canvas');
  const note = element('div', 'note');
  note.setAttribute('role', 'status');
  /** @type {HTMLElement | undefined} */
  let legend;
  const tip = createTip(root);
  const tall = scenes.some((scene) => scene.layers.some((layer) => layer.kind === 'areas' && layer.extruded));
  const list = createList(
    (told, chosen) => {
      const at = spotOf(told);
      // Asked for first: where the reader wants no motion, the move has ended when easeTo returns.
      map.once('moveend', () => {
        const { x, y } = map.project(at);
        if (!list.entries.hidden) tip.show(tipOf(input, told), x, y);
      });
      map.easeTo({ center: at, duration: 250 });
      if (chosen && told.filters.length > 0) host.emit({ type: 'crossFilter', filters: told.filters });
    },
    () => tip.hide(),
  );
  root.replaceChildren(canvas, list.button, list.entries, note);
  tipHome();
  function tipHome() {
    // The tooltip lives in the same place, after what was just laid there.
    root.append(...[...root.children].filter((one) => one.getAttribute('role') === 'tooltip'));
  }

  const map = new maplibre.Map({
    container: canvas, style: offlineStyle(first.theme, first.locale), center: [view.longitude, view.latitude], zoom: view.zoom, bearing: view.bearing, pitch: tall && view.pitch === 0 ? 40 : view.pitch,
    attributionControl: false, fadeDuration: 0, maxPitch: 75, canvasContextAttributes: { antialias: true, preserveDrawingBuffer: false }, locale: words(first),
  });
  // deck.gl looks for the height of the map where MapLibre 6 no longer shows it.
  if (!map.transform) Object.defineProperty(map, 'transform', { get: () => ({ height: map.getCanvas().clientHeight }) });
  map.getCanvas().setAttribute('aria-label', describe(first, scenes[0] ?? { layers: [], bounds: undefined, kind: '' }));
  map.addControl(new maplibre.NavigationControl({ visualizePitch: true }), 'top-right');
  for (const live of [canvas.querySelector('.maplibregl-ctrl-top-right'), list.button]) live?.setAttribute('data-live', '');
  map.addControl(new maplibre.AttributionControl({ compact: false }), 'bottom-right');
  map.scrollZoom.disable();
  const wake = () => map.scrollZoom.enable();
  const sleep = () => map.scrollZoom.disable();
  canvas.addEventListener('pointerdown', wake);
  canvas.addEventListener('focusin', wake);
  canvas.addEventListener('pointerleave', sleep);
  map.getCanvas().addEventListener('webglcontextlost', () => setTimeout(still));

  const ears = {
    onHover: (/** @type {{ object?: Told, x: number, y: number }} */ { object, x, y }) => {
      map.getCanvas().style.cursor = object ? (object.filters.length > 0 ? 'pointer' : 'default') : '';
      if (object) tip.show(tipOf(input, object), x, y);
      else tip.hide();
    },
    onClick: (/** @type {{ object?: Told, x: number, y: number }} */ { object }) => {
      if (object && object.filters.length > 0) host.emit({ type: 'crossFilter', filters: object.filters });
    },
  };
  const overlay = new deck.MapboxOverlay({ interleaved: true, layers: [] });
  map.addControl(overlay);

  const draw = () => {
    const before = offline && map.getLayer('names-countries') ? 'names-countries' : undefined;
    overlay.setProps({ layers: layersOf(deck, scenes, input, ears, before) });
    list.update(input, scenes);
    legend?.remove();
    legend = legendBox(input, scenes[0]?.legend);
    if (legend) root.append(legend);
    const lost = scenes.reduce((all, scene) => all + (scene.lost ?? 0), 0);
    const scripts = ['js_data_mutator', 'js_tooltip', 'js_onclick_href'].some((name) => text(input.formData, name).trim() !== '');
    tell([lost > 0 ? input.text('lost', { count: lost }) : '', scripts ? input.text('scripts') : ''].filter(Boolean).join(' · '));
    root.classList.toggle('small', input.size.width < 300 || input.size.height < 200);
  };
  let refused = '';
  let aside = '';
  const tell = (/** @type {string} */ said) => {
    note.textContent = [refused, said, aside].filter(Boolean).join(' · ');
    note.style.display = note.textContent === '' ? 'none' : '';
  };
  const redraw = (/** @type {boolean} */ anew) => {
    const next = see(input);
    scenes = next.scenes;
    if (anew && !moved && (next.view.longitude !== view.longitude || next.view.latitude !== view.latitude || next.view.zoom !== view.zoom)) {
      view = next.view;
      map.jumpTo({ center: [view.longitude, view.latitude], zoom: view.zoom });
    }
    again();
    draw();
  };
  /** What depends on where the map looks is read for there. */
  const again = () => {
    if (!byView) return;
    const { lng, lat } = map.getCenter();
    scenes = [byView(input, { longitude: lng, latitude: lat, zoom: map.getZoom(), bearing: 0, pitch: 0 })];
  };
  const detail = () => {
    if (settled && offline && map.getZoom() >= DETAIL_ZOOM - 0.3 && map.getLayer('names-countries')) addDetail(map, input.theme, input.locale);
  };
  let settled = false;
  // The fine grade would keep the coarse one waiting.
  map.once('idle', () => {
    settled = true;
    detail();
  });
  map.on('zoom', detail);
  map.on('style.load', () => {
    detail();
    draw();
  });
  map.on('move', () => {
    if (byView && input.formData.render_while_dragging === true) {
      again();
      draw();
    }
  });
  map.on('moveend', (/** @type {{ originalEvent?: unknown }} */ { originalEvent }) => {
    if (originalEvent) moved = true;
    if (byView) {
      again();
      draw();
    }
  });
  let wanted = '';
  const dressMap = async () => {
    const style = text(input.formData, 'mapbox_style', text(input.formData, 'map_style'));
    if (style === wanted && map.getStyle) return;
    wanted = style;
    const settings = (await host.settings?.('maps')) ?? {};
    const { style: chosen, refused: no } = chosenStyle(style, /** @type {import('./basemap.js').MapSettings} */ (settings));
    refused = no ? input.text('styleRefused') : '';
    if (chosen) {
      offline = false;
      map.setStyle(chosen);
    } else if (!offline) {
      offline = true;
      map.setStyle(offlineStyle(input.theme, input.locale));
    }
    draw();
  };
  map.on('error', (/** @type {{ error?: Error, sourceId?: string }} */ { error }) => {
    if (offline) return console.warn('The map', error);
    offline = true;
    refused = input.text('tilesFailed');
    map.setStyle(offlineStyle(input.theme, input.locale));
  });
  dressMap().catch((error) => console.warn('The map keeps its own style', error));
  const beside = decorate?.(map, root, first, host, (said) => {
    aside = said;
    draw();
  });

  // A picture of the page is taken when the map stands, with all that is on it; a machine without a graphics card may take long.
  const standing = () => new Promise((resolve) => {
    map.once('idle', resolve);
    map.triggerRepaint();
  });
  const complete = async () => {
    await Promise.all([standing(), see.ready?.(), beside?.ready()]);
    await standing();
  };
  const drawn = Promise.race([complete(), new Promise((resolve) => setTimeout(resolve, 8000))]);
  return {
    drawn,
    update(next) {
      const themed = next.theme !== input.theme;
      input = next;
      if (themed && offline) map.setStyle(offlineStyle(next.theme, next.locale));
      dressMap().catch((error) => console.warn('The map keeps its own style', error));
      redraw(true);
      beside?.update(next);
    },
    resize(size) {
      input = { ...input, size };
      map.resize();
    },
    dispose() {
      tip.hide();
      beside?.dispose();
      overlay.finalize?.();
      map.remove();
      root.replaceChildren();
    },
  };
}

/** What MapLibre says, in the reader's language. @param {Input} input */
const words = ({ text: word }) => ({
  'NavigationControl.ZoomIn': word('zoomIn'), 'NavigationControl.ZoomOut': word('zoomOut'), 'NavigationControl.ResetBearing': word('north'), 'Map.Title': word('map'), 'AttributionControl.ToggleAttribution': word('attribution'),
});
