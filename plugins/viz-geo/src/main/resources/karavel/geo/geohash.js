// @ts-check

const SIGNS = '0123456789bcdefghjkmnpqrstuvwxyz';

/** The cell a geohash names: [west, south, east, north]. @param {unknown} hash @returns {[number, number, number, number] | undefined} */
export function cellOf(hash) {
  if (typeof hash !== 'string' || hash === '' || hash.length > 12) return undefined;
  const ranges = /** @type {[[number, number], [number, number]]} */ ([[-180, 180], [-90, 90]]);
  let even = 0;
  for (const sign of hash.toLowerCase()) {
    const bits = SIGNS.indexOf(sign);
    if (bits < 0) return undefined;
    for (let bit = 4; bit >= 0; bit--) {
      const range = ranges[even];
      const middle = (range[0] + range[1]) / 2;
      if ((bits >> bit) & 1) range[0] = middle;
      else range[1] = middle;
      even = even === 0 ? 1 : 0;
    }
  }
  return [ranges[0][0], ranges[1][0], ranges[0][1], ranges[1][1]];
}

/** @param {unknown} hash @returns {[number, number] | undefined} */
export function placeOfHash(hash) {
  const cell = cellOf(hash);
  return cell && [(cell[0] + cell[2]) / 2, (cell[1] + cell[3]) / 2];
}

/** An encoded polyline (five digits), as routing services write it. @param {string} text @returns {[number, number][]} */
export function polyline(text) {
  /** @type {[number, number][]} */
  const line = [];
  let [at, lat, lon] = [0, 0, 0];
  const next = () => {
    let [result, shift, byte] = [0, 0, 32];
    while (byte >= 32 && at < text.length) {
      byte = text.charCodeAt(at++) - 63;
      result |= (byte & 31) << shift;
      shift += 5;
    }
    return result & 1 ? ~(result >> 1) : result >> 1;
  };
  while (at < text.length && line.length < 100_000) {
    lat += next();
    lon += next();
    line.push([lon / 1e5, lat / 1e5]);
  }
  return line;
}
