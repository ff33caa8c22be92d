import { expect, test } from 'vitest';
import { paintOf } from './color';
import { lengthOf } from './length';
import { htmlFragment, PLOT, PROSE } from './page';
import { parseHtml } from './parse';

const draw = (html: string, width = 300, height?: number) =>
  htmlFragment(html, { width, ...(height === undefined ? {} : { height }), mode: 'light', sheet: PLOT });
const texts = (svg: string) =>
  [...svg.matchAll(/<text x="([\d.-]+)" y="([\d.-]+)"[^>]*>([^<]*)/g)].map(([, x, y, text]) => ({
    x: Number(x),
    y: Number(y),
    text: text ?? '',
  }));

test('tags that are left open close each other, broken ones are text', () => {
  const { children } = parseHtml('<ul><li>one<li>two</ul><table><tr><td>a<td>b<tr><td>c</table>1 < 2');
  expect(JSON.stringify(children)).toContain('"children":["one"]');
  expect(children).toHaveLength(5);
});

test('scripts, styles and what acts are gone', () => {
  const svg = draw('<script>alert(1)</script><style>b{}</style><b onclick="x()">kept</b><iframe>no</iframe>').draw(
    0,
    0,
  );
  expect(texts(svg).map(({ text }) => text)).toEqual(['kept']);
  expect(
    draw('<svg viewBox="0 0 1 1"><image href="http://a.example/x.png"/><use href="file:///etc/passwd"/></svg>').draw(
      0,
      0,
    ),
  ).not.toMatch(/http:\/\/a|file:/);
});

test('text breaks where there is no more room, and says so where it may not', () => {
  expect(texts(draw('one two three four five six seven', 100).draw(0, 0)).length).toBeGreaterThan(1);
  const cut = texts(
    draw('<div style="width:60px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis">one two three</div>').draw(
      0,
      0,
    ),
  );
  expect(cut).toHaveLength(1);
  expect(cut.map(({ text }) => text).join()).toMatch(/…$/);
});

test('a box in a line stands in its middle where it is told to, and on its foot otherwise', () => {
  const bar = (align: string) => {
    const svg = draw(
      `<div>word<span style="display:inline-block;${align};width:20px;height:8px;background:#ff0000"></span></div>`,
    ).draw(0, 0);
    const [, y = NaN, height = NaN] = (/<rect [^>]*y="([\d.-]+)"[^>]*height="([\d.]+)"/.exec(svg) ?? []).map(Number);
    return { top: y, foot: y + height, line: texts(svg)[0]?.y ?? NaN };
  };
  const middle = bar('vertical-align:middle');
  expect(middle.top).toBeLessThan(middle.line);
  expect(middle.foot).toBeLessThanOrEqual(middle.line + 1);
  const standing = bar('');
  expect(standing.foot).toBeCloseTo(standing.line, 0);
});

test('lengths count in their units', () => {
  const frame = { fontSize: 10, whole: 200, width: 400, height: 100 };
  expect(lengthOf('calc(50% - 2em)', frame)).toBe(80);
  expect(lengthOf('clamp(10px, 5cqw, 15px)', frame)).toBe(15);
  expect(lengthOf('min(3rem, 40px)', frame)).toBe(40);
  expect(lengthOf('auto', frame)).toBeUndefined();
});

test('colours of style sheets become colours of SVG', () => {
  expect(paintOf('#1234')).toEqual({ color: '#112233', opacity: 68 / 255 });
  expect(paintOf('rgb(0 128 255 / 50%)')).toEqual({ color: '#0080ff', opacity: 0.5 });
  expect(paintOf('hsl(120, 100%, 50%)')?.color).toBe('#00ff00');
  expect(paintOf('color-mix(in srgb, #ffffff 25%, transparent)')).toEqual({ color: '#ffffff', opacity: 0.25 });
  expect(paintOf('transparent')).toBeUndefined();
});

test('a row shares what is left among those that grow', () => {
  const [one, two] = texts(
    draw(
      '<div style="display:flex;width:300px"><span style="width:50px">a</span><span style="flex:1;text-align:right">b</span></div>',
    ).draw(0, 0),
  );
  expect(one?.x).toBe(0);
  expect(two?.x).toBeGreaterThan(285);
  expect(two?.y).toBe(one?.y);
});

test('columns of a table are agreed between its rows', () => {
  const found = texts(
    draw(
      '<table><thead><tr><th>Name</th><th style="text-align:right">Value</th></tr></thead><tbody><tr><td>A long name</td><td style="text-align:right">7</td></tr><tr><td rowspan="2">x</td><td>y</td></tr><tr><td>z</td></tr></tbody></table>',
    ).draw(0, 0),
  );
  const at = (text: string) => found.find((one) => one.text === text);
  expect(at('y')?.x).toBe(at('z')?.x);
  expect(at('x')?.y).toBeGreaterThan(at('y')?.y ?? 0);
  expect(at('x')?.y).toBeLessThan(at('z')?.y ?? 0);
  expect(at('Name')?.x).toBe(at('A long name')?.x);
});

test('a bar in a cell ends where its gradient says', () => {
  const svg = draw(
    '<div style="width:100px;height:20px;background:linear-gradient(to right, transparent 0%, #ff0000 0% 40%, transparent 40%)"></div>',
  ).draw(0, 0);
  expect(svg).toContain('width="40" height="20" fill="#ff0000"');
});

test('markdown has its headings, lists and links', () => {
  const svg = htmlFragment('<h2>Title</h2><ul><li>first</li></ul><p>See <a href="/x">there</a>.</p>', {
    width: 300,
    mode: 'dark',
    sheet: PROSE,
  }).draw(0, 0);
  expect(texts(svg).map(({ text }) => text)).toEqual(expect.arrayContaining(['Title', '•', 'first', 'there']));
});
