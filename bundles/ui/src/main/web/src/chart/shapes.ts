/** Sketches of chart kinds on a 40 × 24 field, stretched into their place. */
export const shapes = {
  number: 'M4 7h13v6H4zM4 18h8v1.5H4z',
  table: 'M4 5h32v1H4zM4 9.500h32v1H4zM4 14h32v1H4zM4 18.500h32v1H4z',
  wave: 'M3 17C8 14 9 8 13 9s5 7 9 6 6-9 9-8 4 5 6 4V21H3Z',
  bars: 'M4 12h4v9H4zM10 7h4v14h-4zM16 10h4v11h-4zM22 5h4v16h-4zM28 13h4v8h-4zM34 9h3v12h-3z',
  ring: 'M20 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zm0 4.500a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7z',
  dots: 'M6 16h2v2H6zM11 11h2v2h-2zM15 14h2v2h-2zM19 8h2v2h-2zM23 12h2v2h-2zM27 6h2v2h-2zM31 9h2v2h-2zM34 4h2v2h-2zM13 18h2v2h-2zM25 17h2v2h-2z',
} as const;

export type Shape = keyof typeof shapes;

export function shapeOf(category: string | undefined, vizType: string): Shape {
  if (/big_number|kpi|gauge/.test(vizType) || category === 'KPI') return 'number';
  if (/table/.test(vizType) || category === 'Table') return 'table';
  if (/pie|sunburst|rose/.test(vizType)) return 'ring';
  if (/scatter|bubble/.test(vizType)) return 'dots';
  if (/line|area|smooth|step|^echarts_timeseries$/.test(vizType)) return 'wave';
  return 'bars';
}
