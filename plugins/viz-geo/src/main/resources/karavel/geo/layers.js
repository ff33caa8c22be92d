// @ts-check
/** @import { Input } from 'karavel-viz' */
/** @import { Layer, Scene, Told } from './scene.js' */
import { faded } from '../shared/marks.js';

/** @typedef {{ readonly onHover: (info: { object?: Told, x: number, y: number }) => void, readonly onClick: (info: { object?: Told, x: number, y: number }) => void }} Ears */

const light = { ambient: 0.55, diffuse: 0.55, shininess: 12, specularColor: [40, 40, 40] };

/** @param {Input} input @param {readonly number[]} color @param {Told} told */
const shaded = (input, color, told) => (faded(input, told.filters) ? [color[0], color[1], color[2], (color[3] ?? 255) * 0.2] : color);

/** @param {any} deck @param {Layer} layer @param {string} id @param {Input} input @param {Ears} ears @param {string | undefined} beforeId */
function layerOf(deck, layer, id, input, ears, beforeId) {
  const { selected } = input.filterState;
  const common = { id, data: layer.items, pickable: layer.kind !== 'heat' && layer.kind !== 'words', ...ears, ...(beforeId ? { beforeId } : {}), updateTriggers: { getFillColor: [selected], getColor: [selected], getSourceColor: [selected], getTargetColor: [selected], getLineColor: [selected] } };
  switch (layer.kind) {
    case 'dots':
      return new deck.ScatterplotLayer({
        ...common, getPosition: (/** @type {any} */ one) => one.at, getRadius: (/** @type {any} */ one) => one.radius, radiusUnits: layer.unit, radiusMinPixels: layer.least, radiusMaxPixels: layer.most,
        getFillColor: (/** @type {any} */ one) => shaded(input, one.fill, one), filled: layer.filled !== false, stroked: Boolean(layer.stroke), getLineColor: layer.stroke ?? [0, 0, 0, 0], lineWidthMinPixels: 1, antialiasing: true,
      });
    case 'arcs':
      return new deck.ArcLayer({
        ...common, getSourcePosition: (/** @type {any} */ one) => one.from, getTargetPosition: (/** @type {any} */ one) => one.to, getWidth: (/** @type {any} */ one) => one.width, greatCircle: true, getHeight: 0.35,
        getSourceColor: (/** @type {any} */ one) => shaded(input, one.color, one), getTargetColor: (/** @type {any} */ one) => shaded(input, one.toColor, one),
      });
    case 'lines':
      return new deck.PathLayer({
        ...common, getPath: (/** @type {any} */ one) => one.path, getWidth: (/** @type {any} */ one) => one.width, widthUnits: layer.unit, widthMinPixels: layer.least, widthMaxPixels: layer.most, capRounded: true, jointRounded: true,
        getColor: (/** @type {any} */ one) => shaded(input, one.color, one),
      });
    case 'areas':
      return new deck.PolygonLayer({
        ...common, getPolygon: (/** @type {any} */ one) => one.rings, filled: layer.filled, stroked: layer.stroked, extruded: layer.extruded, opacity: layer.opacity, material: light,
        getFillColor: (/** @type {any} */ one) => shaded(input, one.fill, one), getLineColor: (/** @type {any} */ one) => one.line, getLineWidth: layer.width, lineWidthUnits: 'pixels', getElevation: (/** @type {any} */ one) => one.height,
      });
    case 'heat':
      return new deck.HeatmapLayer({
        ...common, getPosition: (/** @type {any} */ one) => one.at, getWeight: (/** @type {any} */ one) => one.weight, radiusPixels: layer.radius, intensity: layer.intensity, threshold: layer.threshold,
        colorRange: layer.colors.map((color) => [...color]), aggregation: layer.mean ? 'MEAN' : 'SUM', debounceTimeout: 120,
      });
    default:
      return new deck.TextLayer({
        ...common, getPosition: (/** @type {any} */ one) => one.at, getText: (/** @type {any} */ one) => one.text, getSize: (/** @type {any} */ one) => one.size, getColor: (/** @type {any} */ one) => one.color,
        fontFamily: input.theme.fontFamily, fontWeight: 600, characterSet: 'auto', pickable: false,
      });
  }
}

/** @param {any} deck @param {readonly Scene[]} scenes @param {Input} input @param {Ears} ears @param {string | undefined} beforeId names of the base map stay above what fills land */
export const layersOf = (deck, scenes, input, ears, beforeId) =>
  scenes.flatMap((scene, which) => scene.layers.map((layer, index) => layerOf(deck, layer, `karavel-${which}-${index}-${layer.kind}`, input, ears, layer.kind === 'dots' || layer.kind === 'words' ? undefined : beforeId)));
