// @ts-check
/** @import { Cell } from 'karavel-viz' */

/** @typedef {{ readonly id: string, readonly name: string, readonly row: number, readonly children: Member[] }} Member */

/** @param {Cell | undefined} cell */
const idOf = (cell) => (cell === null || cell === undefined || cell === '' ? undefined : String(cell));

/**
 * Rows that name their parent as trees. An id met twice counts once; a row that is its own ancestor is reached from nowhere.
 * @param {{ ids: readonly Cell[], parents: readonly Cell[], names: readonly string[], root: string, most: number }} rows
 * @returns {{ roots: Member[], drawn: number, lost: number, problem?: 'noRoot' | 'unknownRoot' }}
 */
export function family({ ids, parents, names, root, most }) {
  const byId = new Map(/** @type {[string, Member][]} */ ([]));
  const parentOf = new Map(/** @type {[string, string][]} */ ([]));
  ids.forEach((cell, row) => {
    const id = idOf(cell);
    if (id === undefined || byId.has(id)) return;
    byId.set(id, { id, name: names[row] ?? id, row, children: [] });
    const parent = idOf(parents[row]);
    if (parent !== undefined && parent !== id) parentOf.set(id, parent);
  });
  if (byId.size === 0) return { roots: [], drawn: 0, lost: 0 };
  const known = (/** @type {string} */ id) => byId.get(id);
  const below = new Map(/** @type {[string, Member[]][]} */ ([]));
  for (const [id, parent] of parentOf) {
    const child = known(id);
    if (child) below.set(parent, [...(below.get(parent) ?? []), child]);
  }
  // A parent nobody describes is still one.
  for (const parent of below.keys()) if (!known(parent)) byId.set(parent, { id: parent, name: parent, row: -1, children: [] });
  if (root !== '' && !known(root)) return { roots: [], drawn: 0, lost: byId.size, problem: 'unknownRoot' };
  const wanted = root === '' ? [...byId.values()].filter((one) => !parentOf.has(one.id)) : [known(root)].filter((one) => one !== undefined);
  if (wanted.length === 0) return { roots: [], drawn: 0, lost: byId.size, problem: 'noRoot' };

  const drawn = /** @type {Set<string>} */ (new Set());
  const open = [...wanted];
  const roots = [];
  for (let member = open.shift(); member && drawn.size < most; member = open.shift()) {
    if (drawn.has(member.id)) continue;
    drawn.add(member.id);
    if (wanted.includes(member)) roots.push(member);
    const parent = parentOf.get(member.id);
    if (parent !== undefined && drawn.has(parent) && !wanted.includes(member)) known(parent)?.children.push(member);
    open.push(...(below.get(member.id) ?? []));
  }
  return { roots, drawn: drawn.size, lost: byId.size - drawn.size };
}

/** @param {readonly Member[]} members @returns {number} */
export const levels = (members) => members.reduce((most, one) => Math.max(most, 1 + levels(one.children)), 0);

/** @param {readonly Member[]} members @returns {number} */
export const leaves = (members) => members.reduce((sum, one) => sum + (one.children.length === 0 ? 1 : leaves(one.children)), 0);

/** Names of those without children. @param {readonly Member[]} members @returns {string[]} */
export const lastNames = (members) => members.flatMap((one) => (one.children.length === 0 ? [one.name] : lastNames(one.children)));

/** How many have children. @param {readonly Member[]} members @returns {number} */
export const branches = (members) => members.reduce((sum, one) => sum + (one.children.length > 0 ? 1 + branches(one.children) : 0), 0);
