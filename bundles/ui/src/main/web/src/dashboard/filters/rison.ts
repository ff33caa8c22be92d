/** Reads Rison, the JSON for addresses that Superset writes `native_filters` in. Undefined where it is none. */
export function parseRison(text: string): unknown {
  let at = 0;
  const fail = (): never => {
    throw new SyntaxError(`No Rison at ${at}`);
  };
  const take = (mark: string) => {
    if (text[at] !== mark) fail();
    at++;
  };
  const quoted = (): string => {
    let read = '';
    take("'");
    for (; at < text.length; at++) {
      if (text[at] === "'") {
        at++;
        return read;
      }
      if (text[at] === '!') at++;
      read += text[at] ?? '';
    }
    return fail();
  };
  const word = (): string => {
    const begin = at;
    while (at < text.length && !"'!:(),".includes(text[at] ?? '')) at++;
    return begin === at ? fail() : text.slice(begin, at);
  };
  const items = <T>(one: () => T): T[] => {
    const read: T[] = [];
    while (text[at] !== ')') {
      if (read.length > 0) take(',');
      read.push(one());
    }
    at++;
    return read;
  };
  const value = (depth: number): unknown => {
    if (depth > 40) fail();
    switch (text[at]) {
      case "'":
        return quoted();
      case '(':
        at++;
        return Object.fromEntries(
          items(() => {
            const key = text[at] === "'" ? quoted() : word();
            take(':');
            return [key, value(depth + 1)] as const;
          }),
        );
      case '!': {
        at += 2;
        const kind = text[at - 1];
        if (kind === '(') return items(() => value(depth + 1));
        return kind === 't' ? true : kind === 'f' ? false : kind === 'n' ? null : fail();
      }
      default: {
        const plain = word();
        return /^-?\d+(\.\d+)?(e-?\d+)?$/i.test(plain) ? Number(plain) : plain;
      }
    }
  };
  try {
    const read = value(0);
    return at === text.length ? read : undefined;
  } catch {
    return undefined;
  }
}
