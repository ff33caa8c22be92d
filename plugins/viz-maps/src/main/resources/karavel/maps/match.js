// @ts-check

const LETTERS = /** @type {Record<string, string>} */ ({
  a: 'àáâãäåāăąǎạảấầậắằ', c: 'çćĉċč', d: 'ďđḍð', e: 'èéêëēĕėęěẹẽếềệ', g: 'ĝğġģ', h: 'ĥħḥ', i: 'ìíîïĩīĭįıịỉ', j: 'ĵ', k: 'ķ', l: 'ĺļľŀł', n: 'ñńņňŉ',
  o: 'òóôõöøōŏőơọốồộớờ', r: 'ŕŗř', s: 'śŝşšșṣ', t: 'ţťŧțṭ', u: 'ùúûüũūŭůűųưụứừ', w: 'ŵ', y: 'ýÿŷỳ', z: 'źżžẓ', ss: 'ß', ae: 'æ', oe: 'œ',
});
const PLAIN = new Map(Object.entries(LETTERS).flatMap(([letter, marked]) => Array.from(marked, (sign) => /** @type {[string, string]} */ ([sign, letter]))));
// Engines without tables of Unicode know neither its classes nor its normal forms.
const BETWEEN = /[\s\u0000-\u002f:-@[-`{-\u00bf‐-‟′″ʻʼ]+/g;

/** How names are compared: small letters, no accents, one space between words. @param {unknown} name */
export const plain = (name) =>
  Array.from(String(name ?? '').toLowerCase().replace(/[\u0300-\u036f]/g, ''), (sign) => PLAIN.get(sign) ?? sign).join('').replace(BETWEEN, ' ').trim();

/**
 * Finds a place by whatever people call it; of two that share a name the first one keeps it.
 * @template T @param {readonly T[]} places @param {(place: T) => readonly string[]} namesOf
 */
export function finder(places, namesOf) {
  /** @type {Map<string, T>} */
  const byName = new Map();
  for (const place of places)
    for (const name of namesOf(place)) {
      const key = plain(name);
      if (key !== '' && !byName.has(key)) byName.set(key, place);
    }
  return (/** @type {unknown} */ name) => byName.get(plain(name));
}
