/** Names that the text's templates ask for and neither the server nor a loop gives them. */
export function askedNames(sql: string): readonly string[] {
  const names = [...sql.matchAll(/\{\{\s*([A-Za-z_]\w*)\s*(?=[}|.[])/g)].map(([, name]) => name ?? '');
  const set = new Set([...sql.matchAll(/\{%-?\s*(?:set|for)\s+([A-Za-z_]\w*)/g)].map(([, name]) => name ?? ''));
  return [...new Set(names)].filter((name) => !set.has(name) && name !== 'from_dttm' && name !== 'to_dttm');
}

/** Names of the parameters that are given as JSON; none while it is broken. */
export function givenNames(params: string): readonly string[] {
  try {
    const parsed: unknown = JSON.parse(params || '{}');
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? Object.keys(parsed) : [];
  } catch {
    return [];
  }
}

export function missingNames(sql: string, params: string): readonly string[] {
  const given = new Set(givenNames(params));
  return askedNames(sql).filter((name) => !given.has(name));
}
