import type { TabState } from '../types';

/** What of a tab is kept; a change of any of it is saved. */
export interface TabText {
  readonly label: string;
  readonly sql: string;
  readonly dbId: number | null;
  readonly catalog: string | null;
  readonly schema: string | null;
  readonly limit: number | null;
  readonly templateParams: string;
  readonly savedQuery: { readonly id: number; readonly label: string } | null;
  /** Where it stands among the others, and whether its name was given by hand. */
  readonly order: number;
  readonly named: boolean;
  /** Names of the runs whose results it shows, the last ones asked for together. */
  readonly runs: readonly string[];
}

export interface LabTab extends TabText {
  /** The page's own name of it; the server's is `id`, known once it is kept there. */
  readonly key: string;
  readonly id: number | undefined;
}

/** What this browser holds of a tab that the server may not have: its own text, and what the server had when it began. */
export interface LocalTab {
  readonly key: string;
  readonly id: number | undefined;
  readonly base: TabText | undefined;
  readonly now: TabText;
}

export const emptyText: TabText = {
  label: '',
  sql: '',
  dbId: null,
  catalog: null,
  schema: null,
  limit: null,
  templateParams: '',
  savedQuery: null,
  order: 0,
  named: false,
  runs: [],
};

const keys = Object.keys(emptyText) as readonly (keyof TabText)[];

const sameValue = (one: unknown, other: unknown) => one === other || JSON.stringify(one) === JSON.stringify(other);

export const sameText = (one: TabText, other: TabText): boolean => keys.every((key) => sameValue(one[key], other[key]));

export const textOf = (tab: TabText): TabText =>
  Object.fromEntries(keys.map((key) => [key, tab[key]])) as unknown as TabText;

interface Extra {
  readonly order?: number;
  readonly named?: boolean;
  readonly runs?: readonly string[];
}

const readExtra = (extra: TabState['extra_json']): Extra => {
  if (extra === null || typeof extra === 'object') return (extra ?? {}) as Extra;
  try {
    return JSON.parse(extra || '{}') as Extra;
  } catch {
    return {}; // another page's words: nothing of ours in it
  }
};

export function readTab(tab: TabState): LabTab {
  const extra = readExtra(tab.extra_json);
  const latest = tab.latest_query?.id;
  return {
    key: `t${tab.id}`,
    id: tab.id,
    label: tab.label,
    sql: tab.sql ?? '',
    dbId: tab.database_id,
    catalog: tab.catalog,
    schema: tab.schema,
    limit: tab.query_limit,
    templateParams: tab.template_params ?? '',
    savedQuery: tab.saved_query,
    order: extra.order ?? tab.id,
    named: extra.named ?? true,
    runs: Array.isArray(extra.runs) && extra.runs.length > 0 ? extra.runs : latest ? [latest] : [],
  };
}

/** Which fields of the server differ between what it has and what is wanted. */
export function changedFields(now: TabText, saved: TabText | undefined): Readonly<Record<string, unknown>> {
  const differs = (...names: readonly (keyof TabText)[]) =>
    saved === undefined || names.some((name) => !sameValue(now[name], saved[name]));
  return {
    ...(differs('label') ? { label: now.label } : {}),
    ...(differs('sql') ? { sql: now.sql } : {}),
    ...(differs('dbId') ? { database_id: now.dbId } : {}),
    ...(differs('catalog') ? { catalog: now.catalog } : {}),
    ...(differs('schema') ? { schema: now.schema } : {}),
    ...(differs('limit') ? { query_limit: now.limit } : {}),
    ...(differs('templateParams') ? { template_params: now.templateParams } : {}),
    ...(differs('savedQuery') ? { saved_query_id: now.savedQuery?.id ?? null } : {}),
    ...(differs('runs') ? { latest_query_id: now.runs.at(-1) ?? null } : {}),
    ...(differs('order', 'named', 'runs')
      ? { extra_json: JSON.stringify({ order: now.order, named: now.named, runs: now.runs }) }
      : {}),
  };
}

/** What a new tab is sent as. */
export const asEditor = (tab: TabText) => ({
  name: tab.label,
  dbId: tab.dbId,
  catalog: tab.catalog,
  schema: tab.schema,
  sql: tab.sql,
  queryLimit: tab.limit,
  templateParams: tab.templateParams,
  autorun: false,
});

/**
 * The tabs as they are after the server's and this browser's own were laid together. What was typed here and never reached the
 * server goes before what the server has, unless somebody (another machine of the same person) changed it meanwhile: then both
 * stay, one beside the other. A tab closed elsewhere stays gone unless it holds such text.
 */
export function mergeTabs(
  server: readonly LabTab[],
  local: readonly LocalTab[],
  copyLabel: (label: string) => string,
): readonly LabTab[] {
  const tabs: LabTab[] = [];
  const used = new Set<string>();
  for (const theirs of server) {
    const mine = local.find(({ id }) => id === theirs.id);
    tabs.push(theirs);
    if (!mine) continue;
    used.add(mine.key);
    if (sameText(mine.now, theirs)) continue;
    const untouched = mine.base !== undefined && mine.base.sql === theirs.sql;
    if (untouched || mine.now.sql === theirs.sql) tabs[tabs.length - 1] = { ...theirs, ...mine.now };
    else
      tabs.push({
        ...mine.now,
        key: `${mine.key}-mine`,
        id: undefined,
        label: copyLabel(mine.now.label),
        order: theirs.order + 0.5,
      });
  }
  for (const { key, now, base, id } of local) {
    if (used.has(key)) continue;
    const worth = now.sql.trim() !== '' && (id === undefined || base === undefined || now.sql !== base.sql);
    if (worth) tabs.push({ ...now, key, id: undefined });
  }
  return tabs.sort((one, other) => one.order - other.order);
}

/** "Untitled 3": the first number nobody has. */
export function freeLabel(tabs: readonly TabText[], name: (number: number) => string): string {
  const taken = new Set(tabs.map(({ label }) => label));
  for (let number = 1; ; number++) if (!taken.has(name(number))) return name(number);
}

/** Puts a tab before another place; the orders of all follow. */
export function moveTab(tabs: readonly LabTab[], key: string, place: number): readonly LabTab[] {
  const moving = tabs.find((tab) => tab.key === key);
  if (!moving) return tabs;
  const rest = tabs.filter((tab) => tab.key !== key);
  const next = [...rest.slice(0, place), moving, ...rest.slice(place)];
  return next.map((tab, order) => (tab.order === order ? tab : { ...tab, order }));
}
