// @ts-check
import land from '../geometry/world.js';
import { finder } from '../maps/match.js';

/** @typedef {{ readonly cca3: string, readonly cca2: string, readonly cioc: string, readonly english: string, readonly german: string, readonly known: readonly string[], readonly x: number, readonly y: number, readonly path: string }} Country */

/** @type {readonly Country[]} */
export const COUNTRIES = land.countries.map((row) => {
  const [cca3, cca2, cioc, english, german, known, x, y, path] = /** @type {[string, string, string, string, string, string[], number, number, string]} */ (row);
  return { cca3, cca2, cioc, english, german, known, x, y, path };
});

const by = {
  cca2: finder(COUNTRIES, (one) => [one.cca2]),
  cca3: finder(COUNTRIES, (one) => [one.cca3]),
  cioc: finder(COUNTRIES, (one) => [one.cioc]),
  name: finder(COUNTRIES, (one) => one.known),
};

/** How a column names countries: by the kind its author says, and by name where a value is no such code. @param {string} kind @returns {(cell: unknown) => Country | undefined} */
export function countryBy(kind) {
  const find = kind === 'cca3' || kind === 'cioc' || kind === 'name' ? by[kind] : by.cca2;
  return (cell) => find(cell) ?? by.name(cell) ?? (kind === 'name' ? by.cca3(cell) : undefined);
}
