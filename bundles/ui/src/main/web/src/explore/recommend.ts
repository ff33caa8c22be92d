import type { Dataset, FormValues } from '../api/types';
import type { Visualization } from '../chart/visualization';
import { typeMark } from './columnType';
import { asColumns, asMetrics } from './form';

const place = /(^|_)(lat|latitude|lon|lng|longitude)($|_)/i;
const country = /country|iso_?(2|3|3166)|nation/i;

/** Types that suit what the data is and what was chosen so far, the likeliest first. */
export function recommended(
  all: readonly Visualization[],
  dataset: Dataset | undefined,
  form: FormValues,
  most = 6,
): readonly Visualization[] {
  const columns = dataset?.columns ?? [];
  const hasTime = columns.some((column) => typeMark(column) === 'time');
  const hasWords = columns.some((column) => typeMark(column) === 'abc');
  const numbers = columns.filter((column) => typeMark(column) === '123').length;
  const dimensions = asColumns(form['groupby']).length + asColumns(form['columns']).length;
  const metrics = Math.max(asMetrics(form['metrics']).length, asMetrics(form['metric']).length);
  const onPlaces = columns.filter(({ column_name }) => place.test(column_name)).length > 1;
  const ofCountries = columns.some(({ column_name }) => country.test(column_name));

  const wanted: readonly (string | false)[] = [
    hasTime && 'echarts_timeseries_line',
    hasWords && 'echarts_timeseries_bar',
    onPlaces && 'deck_scatter',
    ofCountries && 'world_map',
    hasTime && dimensions === 0 && 'big_number',
    hasWords && dimensions <= 1 && metrics <= 1 && 'pie',
    dimensions > 1 && 'pivot_table_v2',
    dimensions > 1 && 'treemap_v2',
    dimensions > 1 && 'heatmap_v2',
    hasTime && dimensions > 0 && 'echarts_area',
    numbers > 1 && hasWords && 'bubble_v2',
    numbers > 0 && !hasTime && 'histogram_v2',
    'table',
    'big_number_total',
  ];
  const byType = new Map(all.map((one) => [one.viz_type, one]));
  const found = wanted.map((type) => (type ? byType.get(type) : undefined));
  return found.filter((one): one is Visualization => one !== undefined).slice(0, most);
}
