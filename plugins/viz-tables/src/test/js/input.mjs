/** What a chart is given, as small as a test needs. */
export function input(formData, columns, values) {
  const number = () => (value) => (value === null || value === undefined ? '–' : String(value));
  const cell = () => (value) => (value === null || value === undefined ? '–' : String(value));
  const theme = { mode: 'light', categorical: ['#0f6e84', '#e19119'], sequential: ['#ffffff', '#000000'], ink: '#111111', inkSecondary: '#444444', inkMuted: '#777777', hairline: '#dddddd', surface: '#ffffff', sunken: '#eeeeee', accent: '#0f6e84', good: '#1d7f4e', bad: '#b3261e', fontFamily: 'sans-serif', monoFamily: 'monospace' };
  const data = { columns: columns.map(([name, type]) => ({ name, label: name, type })), values, length: values[0]?.length ?? 0 };
  return { data, results: [data], formData, size: { width: 800, height: 400 }, theme, locale: 'en', formatters: { number, time: number, cell }, colorOf: () => '#0f6e84', filterState: { selected: [] }, ownState: {}, text: (key) => key };
}

/** The same numbers in the same order each time, between 0 and 1. */
export function dice(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
