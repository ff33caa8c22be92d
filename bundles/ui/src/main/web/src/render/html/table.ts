import { insetsOf } from './box';
import type { Fragment } from './fragment';
import { boxOf, frameOf, wantedWidth, type Room } from './layout';
import { lengthOf } from './length';
import type { Element } from './parse';
import { styleOf, type Style, type Surroundings } from './style';

interface Cell {
  readonly node: Element;
  readonly style: Style;
  readonly row: number;
  readonly column: number;
  readonly across: number;
  readonly down: number;
}
interface Row {
  readonly style: Style;
  readonly height: number;
}
interface Parts {
  readonly rows: Row[];
  readonly cells: Cell[];
  readonly widths: (number | undefined)[];
  caption: { node: Element; style: Style } | undefined;
}

const MOST = 5000;

/** Rows and cells with their places; groups in the order head, body, foot. */
function partsOf(table: Element, style: Style, room: Room, around: Surroundings): Parts {
  const parts: Parts = { rows: [], cells: [], widths: [], caption: undefined };
  const taken = new Set<string>();
  const frame = frameOf(style, room, around);
  const addRow = (node: Element, own: Style) => {
    const row = parts.rows.length;
    let column = 0;
    parts.rows.push({ style: own, height: lengthOf(own.own['height'], { ...frame, whole: undefined }) ?? 0 });
    for (const child of node.children) {
      if (typeof child === 'string') continue;
      const cell = styleOf(child, own, around);
      if (cell.display === 'none' || parts.cells.length >= MOST) continue;
      while (taken.has(`${row},${column}`)) column++;
      const across = Math.max(1, Math.min(1000, Number(child.attributes['colspan']) || 1));
      const down = Math.max(1, Math.min(1000, Number(child.attributes['rowspan']) || 1));
      for (let r = 0; r < down; r++)
        for (let c = 0; c < across; c++) if (down > 1 || across > 1) taken.add(`${row + r},${column + c}`);
      parts.cells.push({ node: child, style: cell, row, column, across, down });
      column += across;
    }
  };
  const visit = (node: Element, own: Style) => {
    for (const child of ordered(node)) {
      const childStyle = styleOf(child, own, around);
      if (child.tag === 'caption') parts.caption = { node: child, style: childStyle };
      else if (child.tag === 'colgroup') visit(child, own);
      else if (child.tag === 'col') {
        const span = Math.min(1000, Number(child.attributes['span']) || 1);
        for (let i = 0; i < span; i++)
          parts.widths.push(lengthOf(childStyle.own['width'] ?? child.attributes['width'], frame));
      } else if (childStyle.display === 'table-row') addRow(child, childStyle);
      else if (childStyle.display === 'table-row-group') visit(child, childStyle);
    }
  };
  visit(table, style);
  return parts;
}

const place = ({ tag }: Element): number => (tag === 'thead' ? 0 : tag === 'tfoot' ? 2 : 1);
const ordered = ({ children }: Element): Element[] =>
  children
    .filter((child): child is Element => typeof child !== 'string')
    .sort((one, other) => place(one) - place(other));

function columnWidths(parts: Parts, style: Style, room: Room, around: Surroundings): number[] {
  const count = parts.cells.reduce((most, { column, across }) => Math.max(most, column + across), 0);
  const fixed = style.own['table-layout'] === 'fixed' && Number.isFinite(room.width);
  const frame = frameOf(style, room, around);
  const asked: (number | undefined)[] = Array.from({ length: count }, (_, column) => parts.widths[column]);
  const [wanted, least] = [new Array<number>(count).fill(0), new Array<number>(count).fill(0)];
  for (const { node, style: own, column, across, row } of parts.cells) {
    const insets = insetsOf(own, frame);
    const width = lengthOf(own.own['width'] ?? node.attributes['width'], frame);
    if (width !== undefined && across === 1 && (!fixed || row === 0))
      asked[column] ??= width + (own.own['box-sizing'] === 'border-box' ? 0 : insets.left + insets.right);
    if (fixed) continue;
    const loose = { width: Infinity };
    const [full, narrow] = [wantedWidth(node, own, loose, around), wantedWidth(node, own, loose, around, true)];
    for (let at = column; at < column + across; at++) {
      wanted[at] = Math.max(wanted[at] ?? 0, full / across);
      least[at] = Math.max(least[at] ?? 0, narrow / across);
    }
  }
  const known = asked.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  const open = asked.filter((width) => width === undefined).length;
  if (fixed) {
    if (open === 0) return asked.map((width) => ((width ?? 0) * room.width) / (known || 1));
    return asked.map((width) => width ?? Math.max(0, room.width - known) / open);
  }
  const sizes = wanted.map((width, column) => Math.max(least[column] ?? 0, asked[column] ?? width));
  const sum = sizes.reduce((all, width) => all + width, 0);
  if (!Number.isFinite(room.width)) return sizes;
  if (sum <= room.width) {
    const growing = sizes.reduce((all, width, column) => all + (asked[column] === undefined ? width : 0), 0);
    return sizes.map((width, column) =>
      growing > 0
        ? asked[column] === undefined
          ? width + ((room.width - sum) * width) / growing
          : width
        : (width * room.width) / (sum || 1),
    );
  }
  const slack = sizes.reduce((all, width, column) => all + width - (least[column] ?? 0), 0);
  const over = Math.min(sum - room.width, slack);
  return sizes.map((width, column) => width - (slack > 0 ? (over * (width - (least[column] ?? 0))) / slack : 0));
}

/** A table with its columns agreed between all rows. */
export function tableFragment(table: Element, style: Style, room: Room, around: Surroundings): Fragment {
  const parts = partsOf(table, style, room, around);
  const collapsed = style.own['border-collapse'] === 'collapse';
  const spacing = collapsed
    ? 0
    : (lengthOf(style.own['border-spacing']?.split(' ')[0], frameOf(style, room, around)) ?? 0);
  const inner = { ...room, width: room.width - spacing * 2 };
  const widths = columnWidths(parts, style, inner, around);
  const left = (column: number) => spacing + widths.slice(0, column).reduce((sum, width) => sum + width, 0);
  const span = ({ column, across }: Cell) =>
    widths.slice(column, column + across).reduce((sum, width) => sum + width, 0);
  const natural = parts.cells.map((cell) =>
    boxOf(cell.node, { ...cell.style, display: 'table-cell' }, { width: span(cell) }, around, span(cell)),
  );
  const heights = parts.rows.map((row) => row.height);
  parts.cells.forEach((cell, index) => {
    if (cell.down === 1) heights[cell.row] = Math.max(heights[cell.row] ?? 0, natural[index]?.height ?? 0);
  });
  parts.cells.forEach((cell, index) => {
    const have = heights.slice(cell.row, cell.row + cell.down).reduce((sum, height) => sum + height, 0);
    const last = Math.min(heights.length, cell.row + cell.down) - 1;
    if (cell.down > 1) heights[last] = (heights[last] ?? 0) + Math.max(0, (natural[index]?.height ?? 0) - have);
  });
  const head = parts.caption ? boxOf(parts.caption.node, parts.caption.style, room, around) : undefined;
  const top = (row: number) =>
    (head?.height ?? 0) + spacing + heights.slice(0, row).reduce((sum, height) => sum + height, 0);
  const boxes = parts.cells.map((cell, index) => {
    const height = heights.slice(cell.row, cell.row + cell.down).reduce((sum, one) => sum + one, 0);
    const row = parts.rows[cell.row]?.style.own;
    const behind =
      cell.style.own['background'] ??
      cell.style.own['background-color'] ??
      row?.['background'] ??
      row?.['background-color'];
    const own = { ...cell.style.own, ...(behind ? { background: behind } : {}), ...inherited(row) };
    return {
      box: centred(cell, { ...cell.style, own }, height, natural[index]?.height ?? 0, span(cell), around),
      x: left(cell.column),
      y: top(cell.row),
    };
  });
  const width = left(widths.length) + spacing;
  return {
    width,
    height: top(heights.length) + spacing,
    baseline: boxes[0] ? boxes[0].y + boxes[0].box.baseline : 0,
    draw: (x, y) =>
      (head?.draw(x, y) ?? '') + boxes.map(({ box, x: over, y: down }) => box.draw(x + over, y + down)).join(''),
  };
}

/** A row's own line below it shows on its cells. */
const inherited = (row: Readonly<Record<string, string>> | undefined) => {
  const found: Record<string, string> = {};
  for (const side of ['top', 'bottom'])
    for (const part of ['width', 'color']) {
      const name = `border-${side}-${part}`;
      if (row?.[name]) found[name] = row[name];
    }
  return found;
};

/** The cell as high as its row, what is in it in the middle or where it says. */
function centred(
  cell: Cell,
  style: Style,
  height: number,
  natural: number,
  width: number,
  around: Surroundings,
): Fragment {
  const align = style.own['vertical-align'] ?? 'middle';
  const spare = Math.max(0, height - natural);
  const shift = align === 'top' || align === 'baseline' ? 0 : align === 'bottom' ? spare : spare / 2;
  const frame = frameOf(style, { width }, around);
  const asked = lengthOf(style.own['height'], { ...frame, whole: undefined });
  const content =
    (asked ?? 0) > 0
      ? boxOf(cell.node, { ...style, own: { ...style.own, height: 'auto' } }, { width }, around, width).height
      : natural;
  const inner = Math.max(0, height - content) / 2;
  const move = asked !== undefined && align === 'middle' ? inner : shift;
  const own = {
    ...style.own,
    'padding-top': `${(lengthOf(style.own['padding-top'], frame) ?? 0) + move}px`,
    height: 'auto',
  };
  return boxOf(cell.node, { ...style, own }, { width }, around, width, height);
}
