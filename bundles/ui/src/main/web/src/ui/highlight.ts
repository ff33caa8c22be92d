export interface Part {
  readonly text: string;
  readonly kind?: 'word' | 'text' | 'digit' | 'note';
}

const words =
  'select from where group by order having limit offset as and or not in is null like ilike between case when then else end with union all distinct on join left right inner outer cross full asc desc cast interval date timestamp time over partition rows range true false nulls last first exists top fetch next only';
const keywords = new Set(words.split(' '));
const token = /(--[^\n]*|\/\*[\s\S]*?\*\/)|('(?:[^']|'')*')|("(?:[^"]|"")*")|(\b\d+(?:\.\d+)?\b)|([A-Za-z_]\w*)/g;

/** Just enough colour to read a statement: words, texts, numbers, notes. */
export function highlight(sql: string): readonly Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of sql.matchAll(token)) {
    const [text, note, literal, , digit, word] = match;
    const kind = note
      ? 'note'
      : literal
        ? 'text'
        : digit
          ? 'digit'
          : word && keywords.has(word.toLowerCase())
            ? 'word'
            : undefined;
    if (!kind) continue;
    if (match.index > end) parts.push({ text: sql.slice(end, match.index) });
    parts.push({ text, kind });
    end = match.index + text.length;
  }
  if (end < sql.length) parts.push({ text: sql.slice(end) });
  return parts;
}
