import { bootstrap, nonce } from '../api/bootstrap';

export const rule = (selector: string, tones: Readonly<Record<string, string>> | undefined) =>
  tones && Object.keys(tones).length > 0
    ? `${selector}{${Object.entries(tones)
        .map(([name, color]) => `--${name}:${color}`)
        .join(';')}}`
    : '';

/** The organisation's own colours over ours, and its picture in the browser's tab. */
export function wearBrand() {
  const { light, dark, favicon } = bootstrap.brand;
  const css = rule(":root:not([data-theme='dark'])", light) + rule(":root[data-theme='dark']", dark);
  if (css) {
    const style = document.createElement('style');
    style.nonce = nonce;
    style.textContent = css;
    document.head.append(style);
  }
  if (favicon) {
    const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (link) {
      link.removeAttribute('type');
      link.href = favicon;
    }
  }
}
