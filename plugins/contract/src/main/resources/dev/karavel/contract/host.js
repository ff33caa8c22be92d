// What a chart sees of its host, in small: enough to draw, nothing to escape with. Evaluates to {needs(module, json), draw(module, json, parts)}, both giving JSON.
(() => {
  const NOTHING = '–';
  const pad = (number, width = 2) => String(number).padStart(width, '0');
  const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
  const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

  const checkFormat = (format) => {
    if (format !== undefined && format !== null && typeof format !== 'string') throw new TypeError(`a format is a text, not ${JSON.stringify(format)}`);
  };
  const isNumber = (value) => typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value !== '' && Number.isFinite(Number(value)));
  const grouped = (text) => text.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const short = (value) => {
    const [size, sign] = [Math.abs(value), value < 0 ? '−' : ''];
    const [divisor, unit] = size >= 1e9 ? [1e9, 'B'] : size >= 1e6 ? [1e6, 'M'] : size >= 1e3 ? [1e3, 'k'] : [1, ''];
    return `${sign}${Number((size / divisor).toPrecision(3))}${unit}`;
  };
  const number = (format) => {
    checkFormat(format);
    const [, comma, digits, kind] = /^[$+]?(,?)(?:\.(\d+))?~?([a-z%]?)$/.exec(format ?? '') ?? [];
    return (value) => {
      if (value === null || value === undefined || value === '') return NOTHING;
      if (!isNumber(value)) return String(value);
      const amount = Number(value);
      if (kind === '%') return `${(amount * 100).toFixed(Number(digits ?? 0))}%`;
      if (kind === 'f' || kind === 'd') {
        const [whole, rest] = Math.abs(amount).toFixed(kind === 'd' ? 0 : Number(digits ?? 0)).split('.');
        return (amount < 0 ? '−' : '') + (comma ? grouped(whole) : whole) + (rest ? `.${rest}` : '');
      }
      return short(amount);
    };
  };
  const time = (format, grain) => {
    checkFormat(format);
    checkFormat(grain);
    return (value) => {
      if (!isNumber(value)) return value === null || value === undefined ? NOTHING : String(value);
      const at = new Date(Number(value));
      const parts = {
        Y: at.getUTCFullYear(), m: pad(at.getUTCMonth() + 1), d: pad(at.getUTCDate()), H: pad(at.getUTCHours()), M: pad(at.getUTCMinutes()), S: pad(at.getUTCSeconds()),
        b: MONTHS[at.getUTCMonth()].slice(0, 3), B: MONTHS[at.getUTCMonth()], a: DAYS[at.getUTCDay()].slice(0, 3), A: DAYS[at.getUTCDay()], q: Math.floor(at.getUTCMonth() / 3) + 1, e: at.getUTCDate(),
      };
      const pattern = !format || format.startsWith('smart_date') ? '%Y-%m-%d' : format.replaceAll('%-d', '%e');
      return pattern.replace(/%([a-zA-Z])/g, (whole, name) => parts[name] ?? whole);
    };
  };
  const cell = (column, format) => {
    checkFormat(format);
    if (column.type === 'number') return number(format ?? ',.4f');
    if (column.type === 'time') return time(format);
    return (value) => (value === null || value === undefined ? NOTHING : String(value));
  };

  const THEMES = {
    light: {
      categorical: ['#0f6e84', '#e19119', '#6f58cb', '#51b787', '#b13656', '#cdc75a', '#97c4ec', '#523d2c'], sequential: ['#dce4e9', '#b0cad3', '#88b3bf', '#609cac', '#378598', '#0f6e84'],
      diverging: ['#a67020', '#b89055', '#cab08a', '#dcd0bf', '#eef0f4', '#b6d0d8', '#7fafbc', '#478fa0', '#0f6e84'],
      ink: '#1b2330', inkSecondary: '#576173', inkMuted: '#677084', hairline: '#e3e6ec', surface: '#ffffff', sunken: '#eef0f4', accent: '#0f6e84', good: '#1d7f4e', bad: '#b3261e',
    },
    dark: {
      categorical: ['#4fb3c8', '#e7a644', '#7b6fe5', '#2d8a54', '#d47094', '#e4e079', '#668cd6', '#bd9882'], sequential: ['#111d24', '#1f3e48', '#2b5b68', '#367888', '#4396a8', '#4fb3c8'],
      diverging: ['#e7a644', '#b08139', '#7a5b2d', '#433622', '#0c1016', '#1d3943', '#2e626f', '#3e8a9c', '#4fb3c8'],
      ink: '#e6eaf1', inkSecondary: '#a5afbf', inkMuted: '#8994a6', hairline: '#2a3240', surface: '#181e27', sunken: '#0c1016', accent: '#4fb3c8', good: '#54c08a', bad: '#f2857d',
    },
  };

  const frozen = (value) => {
    if (value !== null && typeof value === 'object') Object.values(Object.freeze(value)).forEach(frozen);
    return value;
  };
  const colorBook = (palette) => {
    const order = [];
    return (label) => {
      if (typeof label !== 'string') throw new TypeError(`colorOf() wants a label, not ${JSON.stringify(label)}`);
      if (!order.includes(label)) order.push(label);
      return palette[order.indexOf(label) % palette.length];
    };
  };
  const layersOf = ({ annotation_layers: layers }, answered) =>
    (Array.isArray(layers) ? layers : []).filter((layer) => layer !== null && typeof layer === 'object' && layer.show !== false).map((layer) => {
      const { records = [], error } = answered[layer.name] ?? {};
      return { layer, records, ...(error ? { error } : {}) };
    });
  const inputOf = (parts, { results: answers, annotations, formData, size, mode, selected, messages }) => {
    const theme = { mode, ...THEMES[mode], fontFamily: 'Inter, "Noto Sans", sans-serif', monoFamily: 'monospace' };
    const results = answers.map(({ columns, values }) => ({ columns, values, length: values[0]?.length ?? 0 }));
    const text = (key, given = {}) => {
      if (messages && !(key in messages)) throw new Error(`messages/en.json says nothing for "${key}"`);
      return (messages?.[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => (name in given ? String(given[name]) : whole));
    };
    return frozen({ data: results[0], results, annotations: layersOf(formData, annotations), formData, size, theme, locale: 'en', formatters: { number, time, cell }, colorOf: colorBook(theme.categorical), filterState: { selected }, ownState: {}, parts, text });
  };

  const plain = (value) => Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value));
  /** Says what in an option is not plain data. */
  const oddities = (value, path, problems, columns, depth = 0) => {
    if (problems.length > 5 || depth > 40) return;
    if (typeof value === 'number' && !Number.isFinite(value)) problems.push(`${path} is ${value}`);
    if (['symbol', 'bigint'].includes(typeof value)) problems.push(`${path} is a ${typeof value}`);
    if (value === null || typeof value !== 'object') return;
    if (!plain(value)) problems.push(`${path} is no plain object`);
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'karavel') marks(inner, `${path}.karavel`, problems, columns);
      else oddities(inner, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`, problems, columns, depth + 1);
    }
  };
  const marks = (mark, path, problems, columns) => {
    const names = columns.map((column) => column.name);
    for (const filter of Array.isArray(mark?.filters) ? mark.filters : [undefined]) {
      if (!names.includes(filter?.column) || !Array.isArray(filter?.values)) problems.push(`${path}.filters: {column, values} with a column of the data is wanted, not ${JSON.stringify(filter)}`);
    }
  };

  const TAGS = /<(?!\/?(?:div|span|p|b|strong|i|em|small|br|hr|table|thead|tbody|tfoot|tr|th|td|caption|colgroup|col|ul|ol|li|dl|dt|dd|h[1-6]|a|figure|figcaption|section|header|footer|code|pre|svg|g|path|rect|circle|ellipse|line|polyline|polygon|text|tspan|title|desc|defs|clippath|lineargradient|radialgradient|stop|use|marker|pattern|mask)\b)\s*[a-z!?/][^>]*>?/i;
  const EVENTS = /<[^>]*\son[a-z]+\s*=/i;
  const LINKS = /(?:javascript:|\s(?:src|href|xlink:href|action)\s*=\s*["']?\s*(?:https?:|\/\/|data:text))/i;
  /** Says what in a text that becomes HTML or SVG does not belong there. */
  const unsafe = (text, what, problems) => {
    // What stands in quotes is a value, not an attribute.
    const bare = text.replace(/=\s*"[^"<>]*"/g, '=""');
    const tag = TAGS.exec(text) ?? EVENTS.exec(bare) ?? LINKS.exec(text);
    if (tag) problems.push(`${what} lets "${tag[0].slice(0, 60)}" through; escape what comes from data`);
  };
  const tooltips = (option, problems) => {
    const series = [option.series ?? []].flat();
    for (const laid of series.flatMap((one) => [one?.markLine, one?.markArea, one?.markPoint])) {
      if (typeof laid?.tooltip?.formatter !== 'function') continue;
      for (const data of [laid.data ?? []].flat(2)) unsafe(String(laid.tooltip.formatter({ data, name: data?.name ?? '', value: '' }) ?? ''), 'the tooltip of a mark', problems);
    }
    for (const holder of [option, ...series]) {
      const { formatter, trigger = option.tooltip?.trigger } = holder?.tooltip ?? {};
      if (typeof formatter !== 'function') continue;
      for (const [seriesIndex, one] of series.entries()) {
        if (one?.silent || one?.tooltip?.show === false) continue;
        for (const dataIndex of [0, (one?.data?.length ?? 1) - 1]) {
          const data = one?.data?.[dataIndex];
          if (data === undefined) continue;
          const value = data !== null && typeof data === 'object' && !Array.isArray(data) ? data.value : data;
          const name = data?.name ?? '';
          const hit = { componentType: 'series', seriesType: one.type, seriesIndex, seriesName: one.name ?? '', name, dataIndex, data, value, color: '#123456', percent: 50, marker: '', axisValue: name, axisValueLabel: name, treePathInfo: [{ name: '' }, { name }] };
          const html = formatter(trigger === 'axis' ? [hit] : hit);
          if (typeof html === 'string') unsafe(html, 'the tooltip', problems);
        }
      }
    }
  };

  const serialised = (drawing) => JSON.stringify(drawing, (_, value) => (typeof value === 'function' ? `ƒ ${value}` : value));
  const checked = (drawing, columns) => {
    const problems = [];
    if (drawing === null || typeof drawing !== 'object') return [`chart() returned ${drawing}, not a drawing`];
    const { kind } = drawing;
    if (kind === 'echarts') {
      if (drawing.option === null || typeof drawing.option !== 'object') return ['the drawing has no option'];
      if (!('series' in drawing.option)) problems.push('the option has no series');
      oddities(drawing.option, 'option', problems, columns);
      tooltips(drawing.option, problems);
    } else if (kind === 'html' || kind === 'svg') {
      if (typeof drawing[kind] !== 'string') return [`the drawing has no ${kind}`];
      unsafe(drawing[kind], `the ${kind}`, problems);
    } else problems.push(`"${kind}" is no kind of drawing: echarts, html and svg are`);
    return problems;
  };

  const unescaped = (text) => text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name]);
  /** Tooltips and filters of the marks of an SVG or of HTML. */
  const svgMarks = (svg, problems, columns) => {
    for (const [, html] of svg.matchAll(/\sdata-tip="([^"]*)"/g)) unsafe(unescaped(html), 'a tooltip', problems);
    for (const [, json] of svg.matchAll(/\sdata-karavel="([^"]*)"/g)) {
      if (problems.length > 5) return;
      try {
        marks(JSON.parse(unescaped(json)), 'data-karavel', problems, columns);
      } catch {
        problems.push(`data-karavel holds no JSON: ${json.slice(0, 80)}`);
      }
    }
  };

  /** What clicks on the marks of a drawing choose: lists of values, each once. */
  const choices = (drawing) => {
    const found = new Map();
    const add = (mark) => {
      const values = (mark?.filters ?? []).flatMap((filter) => filter?.values ?? []);
      if (values.length > 0 && found.size < 200) found.set(JSON.stringify(values), values);
    };
    const look = (value, depth) => {
      if (value === null || typeof value !== 'object' || depth > 40) return;
      for (const [key, inner] of Object.entries(value)) key === 'karavel' ? add(inner) : look(inner, depth + 1);
    };
    if (drawing?.kind === 'echarts') look(drawing.option, 0);
    const markup = drawing?.svg ?? drawing?.html;
    if (typeof markup === 'string') for (const [, json] of markup.matchAll(/\sdata-karavel="([^"]*)"/g)) add(JSON.parse(unescaped(json)));
    return [...found.values()];
  };
  const digest = (text) => {
    let sum = 0;
    for (let at = 0; at < text.length; at++) sum = (sum * 31 + text.charCodeAt(at)) | 0;
    return `${text.length} ${sum}`;
  };

  const needs = (module, json) => {
    const wanted = module.needs ? module.needs(frozen(JSON.parse(json)).formData) : [];
    if (!Array.isArray(wanted) || wanted.some((one) => typeof one !== 'string')) throw new TypeError(`needs() returned ${JSON.stringify(wanted)}, not a list of addresses`);
    return JSON.stringify(wanted);
  };
  const draw = (module, json, parts) => {
    const given = JSON.parse(json);
    const laid = Object.fromEntries(Object.entries(parts).map(([address, { default: part }]) => [address, part]));
    const drawing = module.chart(inputOf(laid, given));
    const columns = given.results.flatMap(({ columns }) => columns);
    const problems = checked(drawing, columns);
    const markup = drawing?.svg ?? drawing?.html;
    if (typeof markup === 'string') svgMarks(markup, problems, columns);
    const again = module.chart(inputOf(laid, JSON.parse(json)));
    if (serialised(drawing) !== serialised(again)) problems.push('chart() drew the same input differently the second time');
    return JSON.stringify({ kind: drawing?.kind, text: drawing?.svg ?? drawing?.html ?? '', problems, choices: problems.length > 0 ? [] : choices(drawing), digest: digest(serialised(drawing)) });
  };
  return { needs, draw };
})()
