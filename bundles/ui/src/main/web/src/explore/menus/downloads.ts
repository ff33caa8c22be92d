import type { ChartRequest } from '../../api/chartData';
import { failure, send } from '../../api/client';
import { store } from '../../api/files';

export function saveAs(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export const safeName = (title: string): string => title.replace(/[\\/:*?"<>|\s]+/g, ' ').trim() || 'chart';

export interface DataFile {
  readonly format: 'csv' | 'xlsx' | 'records' | 'arrow';
  /** Past the chart's own row limit, as many as the server gives away. */
  readonly allRows?: boolean;
  readonly pivoted?: boolean;
}

/** The data of a chart as a file, under the name the server gives it. */
export const downloadData = (request: ChartRequest, file: DataFile): Promise<void> =>
  store('/api/v1/karavel/chart_files', {
    form_data: request.form_data,
    result_format: file.format,
    ...(file.allRows ? { all_rows: true } : {}),
    ...(file.pivoted ? { result_type: 'post_processed' } : {}),
  });

/** A picture of the chart as the server draws it. */
export async function downloadRendered(
  request: ChartRequest,
  title: string,
  format: 'png' | 'svg' | 'pdf',
): Promise<void> {
  const chart = document.querySelector('.stage-chart')?.getBoundingClientRect();
  const body = {
    form_data: request.form_data,
    title,
    format,
    width: Math.round(chart?.width ?? 960),
    height: Math.round(chart?.height ?? 540),
    scale: 2,
    theme: document.documentElement.dataset['theme'] ?? 'light',
  };
  const response = await send('/api/v1/chart/render', { body, accept: '*/*' });
  if (!response.ok) throw await failure(response);
  saveAs(await response.blob(), `${safeName(title)}.${format}`);
}
