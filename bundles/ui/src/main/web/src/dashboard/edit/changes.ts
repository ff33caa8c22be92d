import { chartIdOf, numberOf, parentOf, pathTo, reachable, textOf, typeOf, widthOf, type Tree } from './tree';

/** One thing that differs between two states of a dashboard, for words. */
export interface Change {
  readonly kind:
    | 'added'
    | 'removed'
    | 'moved'
    | 'resized'
    | 'retitled'
    | 'text'
    | 'style'
    | 'field'
    | 'filterAdded'
    | 'filterRemoved'
    | 'filterChanged';
  /** Type of the node, name of the field or setting. */
  readonly type: string;
  readonly name: string;
  readonly before?: string;
  readonly after?: string;
}

export interface State {
  readonly title: string;
  readonly tree: Tree;
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly fields?: Readonly<Record<string, string>>;
}

const WORDS = 60;
const short = (text: string) => {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length > WORDS ? `${plain.slice(0, WORDS)}…` : plain;
};

export const nameOf = (tree: Tree, id: string): string => {
  switch (typeOf(tree, id)) {
    case 'CHART':
      return textOf(tree, id, 'sliceNameOverride') || textOf(tree, id, 'sliceName');
    case 'MARKDOWN':
      return short(textOf(tree, id, 'code').replace(/<[^>]*>|[#*_`>]/g, ' '));
    case 'HEADER':
      return short(textOf(tree, id, 'text'));
    case 'TAB':
      return textOf(tree, id, 'text') || textOf(tree, id, 'defaultText');
    default:
      return '';
  }
};

const named = new Set(['CHART', 'MARKDOWN', 'HEADER', 'TAB', 'DIVIDER', 'TABS']);

/** Rows and columns come and go with what stands in them: nobody wants to read of them. */
const told = (tree: Tree) => reachable(tree).filter((id) => named.has(typeOf(tree, id)));

const home = (tree: Tree, id: string) => {
  const path = pathTo(tree, id);
  return path.filter((at) => typeOf(tree, at) === 'TAB').join();
};

/** Before whom a thing stands among those that were there before and still are. */
const order = (tree: Tree, kept: ReadonlySet<string>) => told(tree).filter((id) => kept.has(id));

/** Those of a longest common order stay; the others moved. */
function displaced(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const place = new Map(before.map((id, index) => [id, index]));
  const ends: { readonly id: string; readonly at: number; readonly last: number | undefined }[] = [];
  const best: number[] = [];
  after.forEach((id) => {
    const at = place.get(id) ?? 0;
    let length = best.findIndex((end) => (ends[end]?.at ?? 0) > at);
    if (length < 0) length = best.length;
    ends.push({ id, at, last: length > 0 ? best[length - 1] : undefined });
    best[length] = ends.length - 1;
  });
  const stays = new Set<string>();
  for (let end = best.at(-1); end !== undefined; end = ends[end]?.last) {
    const entry = ends[end];
    if (entry) stays.add(entry.id);
  }
  return new Set(after.filter((id) => !stays.has(id)));
}

function ofTree(before: Tree, after: Tree): readonly Change[] {
  const old = new Set(told(before));
  const now = new Set(told(after));
  const kept = new Set([...now].filter((id) => old.has(id)));
  const moved = displaced(order(before, kept), order(after, kept));
  const changes: Change[] = [];
  for (const id of now) {
    const type = typeOf(after, id);
    const name = nameOf(after, id);
    if (!old.has(id)) {
      changes.push({ kind: 'added', type, name });
      continue;
    }
    const past = nameOf(before, id);
    if (type === 'MARKDOWN') {
      if (textOf(before, id, 'code') !== textOf(after, id, 'code')) {
        changes.push({ kind: 'text', type, name, before: past, after: name });
      }
    } else if (name !== past) changes.push({ kind: 'retitled', type, name, before: past, after: name });
    const beside = (tree: Tree) => typeOf(tree, parentOf(tree, id) ?? '');
    if (
      type !== 'TABS' &&
      (moved.has(id) || home(before, id) !== home(after, id) || beside(before) !== beside(after))
    ) {
      changes.push({ kind: 'moved', type, name });
    }
    const size = (tree: Tree) => `${widthOf(tree, id)} × ${numberOf(tree, id, 'height', 50)}`;
    if ((type === 'CHART' || type === 'MARKDOWN') && size(before) !== size(after)) {
      changes.push({ kind: 'resized', type, name, before: size(before), after: size(after) });
    }
    const style = (tree: Tree) => `${textOf(tree, id, 'headerSize')} ${textOf(tree, id, 'background')}`;
    if (style(before) !== style(after)) changes.push({ kind: 'style', type, name });
  }
  for (const id of old) {
    if (!now.has(id)) changes.push({ kind: 'removed', type: typeOf(before, id), name: nameOf(before, id) });
  }
  const looks = (tree: Tree) =>
    reachable(tree)
      .filter((id) => kept.size > 0 && !named.has(typeOf(tree, id)))
      .map((id) => `${id} ${textOf(tree, id, 'background')}`);
  const past = new Set(looks(before));
  const restyled = looks(after).filter((look) => !past.has(look) && before[look.split(' ')[0] ?? ''] !== undefined);
  for (const look of restyled) changes.push({ kind: 'style', type: typeOf(after, look.split(' ')[0] ?? ''), name: '' });
  return changes;
}

interface Filter {
  readonly id?: unknown;
  readonly name?: unknown;
}

const filtersOf = (metadata: Readonly<Record<string, unknown>> | undefined): ReadonlyMap<string, Filter> => {
  const list = metadata?.['native_filter_configuration'];
  return new Map(
    (Array.isArray(list) ? (list as readonly Filter[]) : []).map((filter) => [String(filter.id ?? ''), filter]),
  );
};

function ofMetadata(before: State['metadata'], after: State['metadata']): readonly Change[] {
  const old = filtersOf(before);
  const now = filtersOf(after);
  const called = (filter: Filter | undefined) => String(filter?.name ?? '');
  const filters: Change[] = [
    ...[...now].flatMap(([id, filter]): readonly Change[] => {
      if (!old.has(id)) return [{ kind: 'filterAdded', type: 'FILTER', name: called(filter) }];
      return JSON.stringify(old.get(id)) === JSON.stringify(filter)
        ? []
        : [{ kind: 'filterChanged', type: 'FILTER', name: called(filter) }];
    }),
    ...[...old].flatMap(([id, filter]): readonly Change[] =>
      now.has(id) ? [] : [{ kind: 'filterRemoved', type: 'FILTER', name: called(filter) }],
    ),
  ];
  const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].sort();
  const settings = keys
    .filter((key) => key !== 'native_filter_configuration' && key !== 'positions')
    .filter((key) => JSON.stringify(before?.[key]) !== JSON.stringify(after?.[key]))
    .map((key): Change => ({ kind: 'field', type: 'setting', name: key }));
  return [...filters, ...settings];
}

/** What became of a dashboard, thing by thing. */
export function changesBetween(before: State, after: State): readonly Change[] {
  const title: readonly Change[] =
    before.title === after.title
      ? []
      : [{ kind: 'field', type: 'title', name: 'title', before: before.title, after: after.title }];
  const names = [...new Set([...Object.keys(before.fields ?? {}), ...Object.keys(after.fields ?? {})])];
  const fields = names.flatMap((name): readonly Change[] => {
    const [past = '', now = ''] = [before.fields?.[name], after.fields?.[name]];
    return past === now ? [] : [{ kind: 'field', type: name, name, before: short(past), after: short(now) }];
  });
  return [
    ...title,
    ...ofTree(before.tree, after.tree),
    ...(before.metadata || after.metadata ? ofMetadata(before.metadata, after.metadata) : []),
    ...fields,
  ];
}

export const chartNode = (tree: Tree, chart: number): string | undefined =>
  reachable(tree).find((id) => chartIdOf(tree, id) === chart);
