export interface OrderItem {
  readonly column: string;
  readonly ascending: boolean;
}

/** Superset keeps each item as the JSON text of `["column", ascending]`; a pair as it is or a bare name is understood too. */
export function readOrder(value: unknown): readonly OrderItem[] {
  return (Array.isArray(value) ? value : []).flatMap((item: unknown): readonly OrderItem[] => {
    const pair = typeof item === 'string' && item.startsWith('[') ? parse(item) : item;
    if (Array.isArray(pair) && typeof pair[0] === 'string') return [{ column: pair[0], ascending: pair[1] !== false }];
    return typeof pair === 'string' ? [{ column: pair, ascending: true }] : [];
  });
}

export const writeOrder = ({ column, ascending }: OrderItem): string => JSON.stringify([column, ascending]);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text; // a column may well be called "[odd"
  }
}
