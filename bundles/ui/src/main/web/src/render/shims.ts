import { compare } from './collator';
import { intl } from './intl';

// What ECharts and our own modules expect around them. There is no time to wait for in here: what is put off never comes.
const nothing = () => 0;
const quiet = { log: nothing, info: nothing, warn: nothing, error: nothing, debug: nothing };
const around = {
  setTimeout: nothing,
  clearTimeout: nothing,
  setInterval: nothing,
  clearInterval: nothing,
  requestAnimationFrame: nothing,
  cancelAnimationFrame: nothing,
  console: quiet,
};
for (const [name, value] of Object.entries(around))
  if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });

if (typeof Intl === 'undefined') {
  Object.defineProperty(globalThis, 'Intl', { value: intl, configurable: true, writable: true });
  String.prototype.localeCompare = function (
    this: string,
    other: string,
    _locale?: unknown,
    options?: { numeric?: boolean },
  ) {
    return compare(String(this), other, options?.numeric);
  };
  Number.prototype.toLocaleString = function (this: number, locale?: string, options?: Intl.NumberFormatOptions) {
    return new intl.NumberFormat(locale, options).format(Number(this));
  } as typeof Number.prototype.toLocaleString;
}
