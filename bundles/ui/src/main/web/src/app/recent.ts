const KEY = 'karavel.recent';
const MOST = 8;

export interface Visit {
  readonly to: string;
  readonly title: string;
}

/** Pages of single things that were opened last on this machine, for the palette. */
export function visits(): readonly Visit[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept)
      ? kept.filter((one): one is Visit => typeof one?.to === 'string' && typeof one?.title === 'string')
      : [];
  } catch {
    return [];
  }
}

export function visit(to: string, title: string) {
  if (!/^\/(dashboard|explore|dataset|tag)\//.test(to) || /^\/dashboard\/(list|new)\//.test(to) || !title) return;
  try {
    const next = [{ to, title }, ...visits().filter((one) => one.to !== to)].slice(0, MOST);
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // a closed storage only means a shorter palette
  }
}
