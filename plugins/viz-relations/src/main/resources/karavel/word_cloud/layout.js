// @ts-check

/** @typedef {{ readonly text: string, readonly size: number, readonly width: number, readonly turn: number }} Word width at its size, turn in degrees */
/** @typedef {Word & { readonly x: number, readonly y: number }} Placed its middle */
/** @typedef {{ left: number, right: number, top: number, bottom: number }} Box */

const HEIGHT = 0.82;
const CELL = 48;

/** A box of a word that is turned; slanted ones are several boxes, stair by stair. @param {Word} word @returns {Box[]} */
function shape({ width, size, turn }) {
  const height = size * HEIGHT;
  const [wide, tall] = [width / 2 + 1.5, height / 2 + 1];
  if (turn === 0) return [{ left: -wide, right: wide, top: -tall, bottom: tall }];
  if (Math.abs(turn) === 90) return [{ left: -tall, right: tall, top: -wide, bottom: wide }];
  const angle = (turn * Math.PI) / 180;
  const count = Math.max(1, Math.ceil(width / height));
  const half = (Math.abs(Math.sin(angle)) * (width / count) + Math.abs(Math.cos(angle)) * height) / 2 + 1;
  const flat = (Math.abs(Math.cos(angle)) * (width / count) + Math.abs(Math.sin(angle)) * height) / 2 + 1;
  return Array.from({ length: count }, (_, index) => {
    const along = ((index + 0.5) / count - 0.5) * width;
    const [x, y] = [along * Math.cos(angle), along * Math.sin(angle)];
    return { left: x - flat, right: x + flat, top: y - half, bottom: y + half };
  });
}

/**
 * Places words from the middle outwards along a spiral, the first ones first; those without room are left out.
 * @param {readonly Word[]} words @param {number} width @param {number} height @returns {Placed[]}
 */
export function place(words, width, height) {
  /** @type {Map<number, Box[]>} */
  const grid = new Map();
  const columns = Math.ceil(width / CELL) + 2;
  /** @param {Box} box @param {(cell: number) => boolean} visit @returns {boolean} */
  const cells = (box, visit) => {
    for (let row = Math.floor(box.top / CELL); row <= Math.floor(box.bottom / CELL); row++)
      for (let column = Math.floor(box.left / CELL); column <= Math.floor(box.right / CELL); column++) if (visit(row * columns + column)) return true;
    return false;
  };
  const meets = (/** @type {Box} */ box) => cells(box, (cell) => (grid.get(cell) ?? []).some((one) => one.left < box.right && one.right > box.left && one.top < box.bottom && one.bottom > box.top));
  /** @type {Placed[]} */
  const placed = [];
  const squeeze = height / width;
  const far = Math.hypot(width, height) / 2;
  // Once many words in a row have found no room, none of the others will.
  let failed = 0;
  words.forEach((word, order) => {
    if (failed > 40) return;
    const boxes = shape(word);
    // Each word starts in another direction: golden turns, no chance.
    const first = order * 2.399963;
    for (let step = 0; step < 2400; step++) {
      const angle = first + step * 0.21;
      const radius = 0.55 * step ** 0.85;
      if (radius > far) break;
      const [x, y] = [width / 2 + radius * Math.cos(angle) * Math.min(1.6, 1 / Math.sqrt(squeeze)), height / 2 + radius * Math.sin(angle) * Math.min(1.6, Math.sqrt(squeeze))];
      const here = boxes.map((box) => ({ left: box.left + x, right: box.right + x, top: box.top + y, bottom: box.bottom + y }));
      if (here.some((box) => box.left < 1 || box.right > width - 1 || box.top < 1 || box.bottom > height - 1) || here.some(meets)) continue;
      for (const box of here) cells(box, (cell) => (grid.set(cell, [...(grid.get(cell) ?? []), box]), false));
      placed.push({ ...word, x, y });
      failed = 0;
      return;
    }
    failed++;
  });
  return placed;
}
