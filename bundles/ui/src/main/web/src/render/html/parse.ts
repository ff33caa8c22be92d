/** A tag with what is in it; text stands for itself. Only what a picture can show is kept. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
}
export type Node = Element | string;

const empty = new Set(['br', 'hr', 'img', 'col', 'input', 'wbr', 'area', 'source']);
const dropped = new Set([
  'script',
  'style',
  'iframe',
  'object',
  'embed',
  'template',
  'noscript',
  'textarea',
  'select',
  'title',
]);
const closedBy: Readonly<Record<string, readonly string[]>> = {
  li: ['li'],
  dt: ['dt', 'dd'],
  dd: ['dt', 'dd'],
  tr: ['tr', 'td', 'th'],
  td: ['td', 'th'],
  th: ['td', 'th'],
  thead: ['thead', 'tbody', 'tfoot', 'tr', 'td', 'th'],
  tbody: ['thead', 'tbody', 'tfoot', 'tr', 'td', 'th'],
  tfoot: ['thead', 'tbody', 'tfoot', 'tr', 'td', 'th'],
};
const endsParagraph = new Set([
  'p',
  'div',
  'table',
  'ul',
  'ol',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'pre',
  'blockquote',
  'section',
  'dl',
]);
const walls = new Set(['table', 'ul', 'ol', 'dl', 'svg']);

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  times: '×',
  middot: '·',
  bull: '•',
  deg: '°',
  plusmn: '±',
  euro: '€',
  pound: '£',
  yen: '¥',
  copy: '©',
  reg: '®',
  trade: '™',
  larr: '←',
  uarr: '↑',
  rarr: '→',
  darr: '↓',
  minus: '−',
  le: '≤',
  ge: '≥',
  ne: '≠',
  infin: '∞',
  laquo: '«',
  raquo: '»',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  thinsp: '\u2009',
  ensp: '\u2002',
  emsp: '\u2003',
  zwj: '',
  zwnj: '',
  shy: '',
  frac12: '½',
  sup2: '²',
  sup3: '³',
  micro: 'µ',
  para: '¶',
  sect: '§',
  szlig: 'ß',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
};

export const unescape = (text: string): string =>
  text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return named[name] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', , double, single, bare] of text.matchAll(
    /([^\s=/"'<>]+)(\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g,
  )) {
    const key = name.includes(':') || /[A-Z]/.test(name) ? name : name.toLowerCase();
    if (!/^on/i.test(key)) found[key] ??= unescape(double ?? single ?? bare ?? '');
  }
  return found;
}

const TOKEN = /<!--[\s\S]*?-->|<![^>]*>|<\/?([a-zA-Z][\w:-]*)((?:[^>"']|"[^"]*"|'[^']*')*)>|[^<]+|</g;

/** Reads as browsers do, where it matters: tags that close each other, tags without an end, broken ones as text. */
export function parseHtml(html: string): Element {
  const root: Element = { tag: 'div', attributes: {}, children: [] };
  const open: Element[] = [root];
  const top = () => open[open.length - 1] ?? root;
  let skipping: string | undefined;
  const close = (tags: readonly string[]) => {
    let at = open.length - 1;
    while (at > 0 && !tags.includes(open[at]?.tag ?? '')) {
      if (walls.has(open[at]?.tag ?? '')) return;
      at--;
    }
    if (at > 0) open.length = at;
  };
  for (const [token, name, rest = ''] of html.matchAll(TOKEN)) {
    const tag = top().tag !== 'svg' && !open.some((one) => one.tag === 'svg') ? name?.toLowerCase() : name;
    if (skipping) {
      if (tag && token.startsWith('</') && tag.toLowerCase() === skipping) skipping = undefined;
    } else if (!tag) {
      if (!token.startsWith('<!')) top().children.push(unescape(token));
    } else if (token.startsWith('</')) {
      const at = open.map((one) => one.tag).lastIndexOf(tag);
      if (at > 0) open.length = at;
    } else if (dropped.has(tag.toLowerCase()) && !rest.endsWith('/')) {
      skipping = tag.toLowerCase();
    } else {
      if (endsParagraph.has(tag) && top().tag === 'p') open.pop();
      for (let before = -1; closedBy[tag] && before !== open.length;) {
        before = open.length;
        close(closedBy[tag] ?? []);
      }
      const element: Element = { tag, attributes: attributesOf(rest.replace(/\/$/, '')), children: [] };
      top().children.push(element);
      if (!empty.has(tag) && !rest.endsWith('/') && open.length < 200) open.push(element);
    }
  }
  return root;
}
