import { gunzipSync } from 'node:zlib';

const BLOCK = 512;

/** The plain files of a .tgz by name, as npm packs them: names of at most 255 bytes, no links. */
export function entries(tgz) {
  const tar = gunzipSync(tgz);
  const files = new Map();
  const text = (from, length) => tar.toString('utf8', from, from + length).replace(/\0.*$/s, '');
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const size = parseInt(text(at + 124, 12).trim(), 8);
    const type = text(at + 156, 1);
    const prefix = text(at + 345, 155);
    const name = (prefix ? prefix + '/' : '') + text(at, 100);
    if (type === '0' || type === '') {
      files.set(name, tar.subarray(at + BLOCK, at + BLOCK + size));
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}
