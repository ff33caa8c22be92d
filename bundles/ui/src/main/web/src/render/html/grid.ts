import type { Fragment } from './fragment';
import { boxOf, frameOf, inFlow, styledChildren, wantedWidth, type Room } from './layout';
import { lengthOf, words } from './length';
import type { Element } from './parse';
import type { Style, Surroundings } from './style';

/** `repeat(3, 1fr)`, `80px auto 1fr`, `repeat(auto-fit, minmax(120px, 1fr))` as widths. */
function tracks(
  text: string | undefined,
  room: number,
  gap: number,
  natural: (column: number) => number,
  style: Style,
  around: Surroundings,
): number[] {
  const frame = frameOf(style, { width: room }, around);
  const expanded = words(
    (text ?? '1fr').replace(/minmax\(\s*([^,]+),\s*([^()]+)\)/g, '$2~$1').replace(/~(\S+?)(?=[\s)]|$)/g, ''),
  ).flatMap((word) => {
    const [, count = '', inside = ''] = /^repeat\(\s*([\w-]+)\s*,\s*(.*)\)$/.exec(word) ?? [];
    if (!count) return [word];
    const least = lengthOf(/minmax\(\s*([^,]+),/.exec(text ?? '')?.[1], frame) ?? 120;
    const times = /auto/.test(count)
      ? Math.max(1, Math.floor((room + gap) / (least + gap)))
      : Math.min(100, Number(count) || 1);
    return Array.from({ length: times }, () => words(inside)).flat();
  });
  const fixed = expanded.map((word, index) =>
    word.endsWith('fr') ? undefined : (lengthOf(word, frame) ?? natural(index)),
  );
  const parts = expanded.map((word) => (word.endsWith('fr') ? Number.parseFloat(word) || 1 : 0));
  const all = parts.reduce((sum, part) => sum + part, 0);
  const rest = Math.max(
    0,
    room - fixed.reduce<number>((sum, width) => sum + (width ?? 0), gap * Math.max(0, expanded.length - 1)),
  );
  return fixed.map((width, index) => width ?? (rest * (parts[index] ?? 0)) / (all || 1));
}

/** Cells in columns, row by row. */
export function gridFragment(element: Element, style: Style, room: Room, around: Surroundings): Fragment {
  const items = styledChildren(element, style, around).flatMap(({ node, style: own }) =>
    typeof node === 'string'
      ? node.trim()
        ? [
            {
              node: { tag: 'div', attributes: {}, children: [node] } as Element,
              style: { ...style, display: 'block', own: {} },
            },
          ]
        : []
      : inFlow(own)
        ? [{ node, style: own.display === 'inline' ? { ...own, display: 'block' } : own }]
        : [],
  );
  const frame = frameOf(style, room, around);
  const [rowText = '', columnText = rowText] = (style.own['gap'] ?? '').split(' ');
  const columnGap = lengthOf(style.own['column-gap'] ?? columnText, frame) ?? 0;
  const rowGap = lengthOf(style.own['row-gap'] ?? rowText, frame) ?? 0;
  const count = (template: readonly number[]) => Math.max(1, template.length);
  const width = Number.isFinite(room.width)
    ? room.width
    : items.reduce((most, { node, style: own }) => Math.max(most, wantedWidth(node, own, room, around)), 0);
  const template = style.own['grid-template-columns'];
  const columns = tracks(
    template,
    width,
    columnGap,
    (column) =>
      items
        .filter((_, index) => index % Math.max(1, words(template ?? '').length) === column)
        .reduce((most, { node, style: own }) => Math.max(most, wantedWidth(node, own, room, around)), 0),
    style,
    around,
  );
  const middle = /center/.test(`${style.own['place-items']} ${style.own['align-items']}`);
  const centered = /center/.test(`${style.own['place-items']} ${style.own['justify-items']}`);
  const placed: { box: Fragment; x: number; y: number }[] = [];
  let y = 0;
  for (let at = 0; at < items.length; at += count(columns)) {
    const row = items.slice(at, at + count(columns)).map(({ node, style: own }, column) => {
      const cell = columns[column] ?? width;
      const box = boxOf(
        node,
        own,
        { width: cell },
        around,
        centered ? Math.min(cell, wantedWidth(node, own, { width: cell }, around)) : cell,
      );
      const left = columns.slice(0, column).reduce((sum, one) => sum + one + columnGap, 0);
      return { box, x: left + (centered ? (cell - box.width) / 2 : 0) };
    });
    const natural = row.reduce((most, { box }) => Math.max(most, box.height), 0);
    const height =
      items.length <= count(columns) && room.height !== undefined ? Math.max(natural, room.height) : natural;
    for (const { box, x } of row) placed.push({ box, x, y: y + (middle ? (height - box.height) / 2 : 0) });
    y += height + rowGap;
  }
  return {
    width,
    height: Math.max(0, y - rowGap),
    baseline: placed[0]?.box.baseline ?? 0,
    draw: (left, top) => placed.map(({ box, x, y: down }) => box.draw(left + x, top + down)).join(''),
  };
}
