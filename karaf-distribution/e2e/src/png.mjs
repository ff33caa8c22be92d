// Reads PNG as browsers and our own server write it (8 bits, RGB or RGBA), to compare pictures without a library.
import { inflateSync } from 'node:zlib';

const paeth = (a, b, c) => {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
};

/** @returns {{ width: number, height: number, rgb: Uint8Array }} */
export function decode(png) {
  const packed = [];
  let [width, height, channels] = [0, 0, 0];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const data = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
      channels = { 2: 3, 6: 4 }[data[9]];
      if (data[8] !== 8 || !channels || data[12] !== 0) throw new Error('Only PNG with 8 bits of RGB or RGBA, not interlaced, is read here');
    } else if (type === 'IDAT') packed.push(data);
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(packed));
  const line = width * channels;
  const rgb = new Uint8Array(width * height * 3);
  let before = new Uint8Array(line);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (line + 1)];
    const now = raw.subarray(y * (line + 1) + 1, (y + 1) * (line + 1));
    for (let i = 0; i < line; i++) {
      const [a, b, c] = [i >= channels ? now[i - channels] : 0, before[i], i >= channels ? before[i - channels] : 0];
      now[i] += filter === 1 ? a : filter === 2 ? b : filter === 3 ? (a + b) >> 1 : filter === 4 ? paeth(a, b, c) : 0;
    }
    for (let x = 0; x < width; x++) for (let k = 0; k < 3; k++) rgb[(y * width + x) * 3 + k] = now[x * channels + k];
    before = now;
  }
  return { width, height, rgb };
}

/** The picture in squares of some pixels, each as its mean colour: letters half a pixel apart look the same. */
function squares({ width, height, rgb }, size) {
  const [columns, rows] = [Math.floor(width / size), Math.floor(height / size)];
  const means = new Float64Array(columns * rows * 3);
  for (let y = 0; y < rows * size; y++)
    for (let x = 0; x < columns * size; x++)
      for (let k = 0; k < 3; k++)
        means[(Math.floor(y / size) * columns + Math.floor(x / size)) * 3 + k] += rgb[(y * width + x) * 3 + k] / size / size;
  return means;
}

/** How far two pictures of one size are apart: the mean difference of squares, and the share of squares that plainly differ; both from 0 to 1. */
export function difference(one, other, size = 12) {
  if (Math.abs(one.width - other.width) > 1 || Math.abs(one.height - other.height) > 1) throw new Error(`${one.width}×${one.height} against ${other.width}×${other.height}`);
  const crop = { width: Math.min(one.width, other.width), height: Math.min(one.height, other.height) };
  const cut = (picture) => {
    const rgb = new Uint8Array(crop.width * crop.height * 3);
    for (let y = 0; y < crop.height; y++) rgb.set(picture.rgb.subarray(y * picture.width * 3, (y * picture.width + crop.width) * 3), y * crop.width * 3);
    return { ...crop, rgb };
  };
  const [a, b] = [squares(cut(one), size), squares(cut(other), size)];
  let [sum, plain] = [0, 0];
  for (let i = 0; i < a.length; i += 3) {
    const apart = (Math.abs(a[i] - b[i]) + Math.abs(a[i + 1] - b[i + 1]) + Math.abs(a[i + 2] - b[i + 2])) / 3 / 255;
    sum += apart;
    if (apart > 0.15) plain++;
  }
  return { mean: sum / (a.length / 3), plain: plain / (a.length / 3) };
}

/** Whether there is nothing but one colour. */
export function isOneColor(picture, size = 12) {
  const means = squares(picture, size);
  for (let i = 3; i < means.length; i++) if (Math.abs(means[i] - means[i % 3]) > 2) return false;
  return true;
}
