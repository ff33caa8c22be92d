import { expect, test } from 'vitest';
import { harm, scopedSelector } from './boardCss';

test.each([
  ['background', 'url(https://elsewhere.example/x.png)'],
  ['background-image', 'url("//elsewhere.example/x.png")'],
  ['background', "url('/\\elsewhere.example')"],
  ['background', 'image-set("https://elsewhere.example/x.png" 1x)'],
  ['cursor', 'url(http://elsewhere.example/c.cur), auto'],
  ['--picture', 'url(https://elsewhere.example/x.png)'],
  ['--picture', 'u\\72l(https://elsewhere.example/x.png)'],
  ['behavior', 'url(#x)'],
  ['background', 'url(javascript:alert(1))'],
])('nothing is fetched from other hosts: %s: %s', (name, value) => {
  expect(harm(name, value)).toBe('address');
});

test.each([
  ['position', 'fixed'],
  ['position', ' FIXED '],
  ['position', 'var(--where)'],
])('nothing lies over the application: %s: %s', (name, value) => {
  expect(harm(name, value)).toBe('frame');
});

test.each([
  ['color', '#fff'],
  ['background', 'url(data:image/png;base64,AAAA) no-repeat'],
  ['background', 'linear-gradient(90deg, red, blue)'],
  ['background', 'url("/static/picture.png")'],
  ['mask', 'url(#mask)'],
  ['position', 'relative'],
  ['--gap', '12px'],
])('what only changes looks stays: %s: %s', (name, value) => {
  expect(harm(name, value)).toBeUndefined();
});

test('the page means the dashboard', () => {
  expect(scopedSelector('body')).toBe(':scope');
  expect(scopedSelector(':root, html > .x')).toBe(':scope, :scope > .x');
  expect(scopedSelector('.body .html-x')).toBe('.body .html-x');
});
