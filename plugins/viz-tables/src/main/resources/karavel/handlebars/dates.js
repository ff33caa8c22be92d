// @ts-check

const TOKEN = /\[([^\]]*)\]|YYYY|YY|MMMM|MMM|MM|Mo|M|DDDD|DDD|DD|Do|D|dddd|ddd|dd|d|HH|H|hh|h|mm|m|ss|s|SSS|A|a|Q|WW|W|x|X|LLLL|LLL|LL|L|LT|Z/g;

/** @param {number} value @param {number} [width] */
const pad = (value, width = 2) => String(value).padStart(width, '0');

/** @param {number} value */
const ordinal = (value) => `${value}${value % 100 > 10 && value % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`;

/** The week of the year by ISO 8601. @param {Date} date */
function week(date) {
  const thursday = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + 4 - (date.getUTCDay() || 7)));
  return Math.ceil(((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / 86_400_000 + 1) / 7);
}

/** A moment by the letters people know from moment.js, in UTC; what is no moment stays as it is. @param {unknown} value milliseconds, or a text with a date @param {string} format @param {(format?: string) => (value: number) => string} time of the host, which knows the reader's language */
export function formatDate(value, format, time) {
  const at = typeof value === 'number' ? value : typeof value === 'string' && value !== '' ? (/^-?\d+$/.test(value) ? Number(value) : Date.parse(/[zZ]|[+-]\d\d:?\d\d$/.test(value) || !value.includes('T') ? value : `${value}Z`)) : NaN;
  if (!Number.isFinite(at) || Math.abs(at) > 8.64e15) return value === null || value === undefined ? '' : String(value);
  const date = new Date(at);
  const by = (/** @type {string} */ pattern) => time(pattern)(at);
  const [year, month, day, hour] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), date.getUTCHours()];
  const dayOfYear = Math.floor((Date.UTC(year, month, day) - Date.UTC(year, 0, 1)) / 86_400_000) + 1;
  /** @type {Record<string, () => string>} */
  const parts = {
    YYYY: () => pad(year, 4), YY: () => pad(year % 100), MMMM: () => by('%B'), MMM: () => by('%b'), MM: () => pad(month + 1), Mo: () => ordinal(month + 1), M: () => String(month + 1),
    DDDD: () => pad(dayOfYear, 3), DDD: () => String(dayOfYear), DD: () => pad(day), Do: () => ordinal(day), D: () => String(day),
    dddd: () => by('%A'), ddd: () => by('%a'), dd: () => by('%a').slice(0, 2), d: () => String(date.getUTCDay()),
    HH: () => pad(hour), H: () => String(hour), hh: () => pad(hour % 12 || 12), h: () => String(hour % 12 || 12), mm: () => pad(date.getUTCMinutes()), m: () => String(date.getUTCMinutes()),
    ss: () => pad(date.getUTCSeconds()), s: () => String(date.getUTCSeconds()), SSS: () => pad(date.getUTCMilliseconds(), 3), A: () => (hour < 12 ? 'AM' : 'PM'), a: () => (hour < 12 ? 'am' : 'pm'),
    Q: () => String(Math.floor(month / 3) + 1), WW: () => pad(week(date)), W: () => String(week(date)), x: () => String(at), X: () => String(Math.floor(at / 1000)), Z: () => '+00:00',
    L: () => by('%x'), LL: () => by('%-d %B %Y'), LT: () => by('%H:%M'),
    LLL: () => by('%-d %B %Y %H:%M'), LLLL: () => by('%A, %-d %B %Y %H:%M'),
  };
  return format.replace(TOKEN, (token, quoted) => quoted ?? parts[token]?.() ?? token);
}
