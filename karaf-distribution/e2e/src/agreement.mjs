// Whether the server's picture of a sample is the page's.
import fs from 'node:fs';
import path from 'node:path';
import { decode, difference, isOneColor } from './png.mjs';

const folder = path.resolve(import.meta.dirname, '../target/pictures/agreement');

/**
 * How far both may be apart, by group: the mean difference of squares of 12 pixels, and the share of squares that plainly differ.
 * Both engines measure text a little differently: where a chart is drawn by ECharts or as SVG, only its letters' edges differ.
 */
const TOLERANCE = {
  drawing: { mean: 0.02, plain: 0.03 },
  // The page's table scrolls under a line of tools; its picture has the first rows and says how many more there are.
  table: { mean: 0.04, plain: 0.04 },
  // A word stands where it fits; a word that one engine measures a fraction wider lets the next ones fit elsewhere.
  words: { mean: 0.04, plain: 0.08 },
  // WebGL in the page; without a browser the server draws lines and areas over the coast, without names of places and buttons.
  // What the browser renderer takes of them is compared in 71-browser-images, as closely as drawings are.
  map: { mean: 0.045, plain: 0.07 },
  // As maps, and the columns that stand in the page lie in the picture.
  columns: { mean: 0.05, plain: 0.1 },
};

/** Those that are not drawn by the same code on both sides; all others are drawings. */
const GROUP_OF = {
  table: ['table', 'ag-grid-table', 'pivot_table_v2'],
  words: ['word_cloud'],
  map: ['cartodiagram', 'deck_arc', 'deck_contour', 'deck_geojson', 'deck_heatmap', 'deck_multi', 'deck_path', 'deck_polygon', 'deck_scatter', 'deck_screengrid', 'mapbox'],
  columns: ['deck_grid', 'deck_hex'],
};
const groupOf = (type) => Object.keys(GROUP_OF).find((group) => GROUP_OF[group].includes(type)) ?? 'drawing';

/** Those that the server draws another way than the page unless a browser draws them. */
export const inWebGl = [...GROUP_OF.map, ...GROUP_OF.columns];
export const pagePicture = (type, theme) => path.join(folder, `${type}-${theme}-page.png`);
export const isFar = ({ mean, plain }, group = 'drawing') => mean > TOLERANCE[group].mean || plain > TOLERANCE[group].plain;

/** Compares picture by picture, and remembers. A drawing that stands a moment later is taken again while both are apart. */
export class Agreement {
  #server;
  #client;
  #modules;
  #measured = [];
  #size;
  #ordered = new Map();

  constructor(server, client, visualizations) {
    this.#server = server;
    this.#client = client;
    this.#modules = new Map(visualizations.map(({ viz_type: type, module }) => [type, module]));
    fs.rmSync(folder, { recursive: true, force: true });
    fs.mkdirSync(folder, { recursive: true });
  }

  /** Has the server draw while the page does, at the size the one before had. */
  order(type) {
    if (this.#size) for (const theme of ['light', 'dark']) this.#draw(type, theme, this.#size);
  }

  async measure(type, theme, field) {
    const group = groupOf(type);
    const end = Date.now() + 15_000;
    let drawn;
    let apart;
    let seen;
    do {
      seen = await field.screenshot();
      const { width, height } = decode(seen);
      this.#size = { width, height };
      drawn ??= await this.#draw(type, theme, this.#size);
      apart = difference(decode(seen), decode(drawn));
    } while ((isFar(apart, group) || isOneColor(decode(seen))) && Date.now() < end);
    if (isOneColor(decode(seen))) throw new Error('the page drew one plain surface');
    fs.writeFileSync(pagePicture(type, theme), seen);
    fs.writeFileSync(path.join(folder, `${type}-${theme}-server.png`), drawn);
    this.#measured.push({ type, theme, group, ...apart, far: isFar(apart, group) });
  }

  #draw(type, theme, { width, height }) {
    const key = [type, theme, width, height].join();
    if (!this.#ordered.has(key)) {
      const drawn = this.#drawn(type, theme, width, height);
      drawn.catch(() => {});
      this.#ordered.set(key, drawn);
    }
    return this.#ordered.get(key);
  }

  async #drawn(type, theme, width, height) {
    const module = this.#modules.get(type);
    const [first] = (await this.#client.get(`${module.slice(0, module.lastIndexOf('/'))}/gallery.json`)).json;
    const sample = { title: first.title, results: first.results ?? [{ columns: first.columns ?? [], values: first.values ?? [] }], annotations: first.annotations };
    const answer = await fetch(`${this.#server.url}/api/v1/chart/render`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.#client.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ form_data: { ...first.formData, viz_type: type }, sample, width, height, scale: 1, theme, card: false }),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (answer.status !== 200) throw new Error(`${type}: the server drew nothing, ${bytes.subarray(0, 300)}`);
    return bytes;
  }

  types() {
    return [...new Set(this.#measured.map(({ type }) => type))];
  }

  far() {
    return this.#measured.filter(({ far }) => far).map(said);
  }

  /** The farthest of each group. */
  report() {
    const groups = [...new Set(this.#measured.map(({ group }) => group))];
    const farthest = (group) => this.#measured.filter((one) => one.group === group).sort((one, other) => other.mean - one.mean);
    return groups.flatMap((group) => farthest(group).slice(0, 5).map(said)).join('\n');
  }
}

const said = ({ type, theme, group, mean, plain }) => `${type} ${theme}, ${group}: ${(mean * 100).toFixed(2)} % ${(plain * 100).toFixed(1)} %`;
