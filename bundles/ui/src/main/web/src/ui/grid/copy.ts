import { plainText } from './show';

export const copyFormats = ['tsv', 'csv', 'markdown', 'json', 'list'] as const;
export type CopyFormat = (typeof copyFormats)[number];

export interface Block {
  readonly names: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

const oneLine = (text: string) => text.replace(/[\t\r\n]+/g, ' ');
const inPipes = (text: string) => oneLine(text).replaceAll('|', '\\|');
const inCommas = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A value as SQL writes it. */
const literal = (value: unknown): string =>
  value === null || value === undefined
    ? 'NULL'
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : `'${plainText(value).replaceAll("'", "''")}'`;

/** Marked cells as other programs take them; the first two with the names of the columns where asked, Markdown and JSON always. */
export function asText({ names, rows }: Block, format: CopyFormat, withNames: boolean): string {
  switch (format) {
    case 'tsv':
    case 'csv': {
      const [glue, clean] = format === 'tsv' ? ['\t', oneLine] : [',', inCommas];
      const lines = rows.map((row) => row.map((value) => clean(plainText(value))).join(glue));
      return (withNames ? [names.map(clean).join(glue), ...lines] : lines).join('\n');
    }
    case 'markdown':
      return [
        names.map(inPipes),
        names.map(() => '---'),
        ...rows.map((row) => row.map((value) => inPipes(plainText(value)))),
      ]
        .map((cells) => `| ${cells.join(' | ')} |`)
        .join('\n');
    case 'json':
      return JSON.stringify(
        rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at] ?? null]))),
        null,
        2,
      );
    case 'list': {
      const texts = new Set(rows.flatMap((row) => row.map(literal)));
      return `(${[...texts].join(', ')})`;
    }
  }
}
