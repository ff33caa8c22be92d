import { bootstrap } from '../../api/bootstrap';
import type { Named } from '../../api/types';
import { object, type Masks } from '../../dashboard/filters/model';
import { dataMask, readMasks } from '../../dashboard/filters/state';
import { crontabOf, planOf, type Plan } from '../plan';
import { settingsOf, type Texts } from '../recipients';
import type { Choice, Format, Kind, Operator, Row } from '../types';

export interface RecipientDraft {
  readonly channel: string;
  readonly settings: Texts;
}

/** What part of a dashboard is sent: as it opens, one tab, or every tab of the uppermost ones. */
export interface Part {
  readonly anchors: readonly string[];
  readonly openTabs: readonly string[];
}

/** An alert or report while somebody fills it in; numbers are text as long as they are typed. */
export interface Draft {
  readonly kind: Kind;
  readonly name: string;
  readonly description: string;
  readonly active: boolean;
  readonly owners: readonly Named[];
  readonly madeAt: string;
  readonly database: Choice | undefined;
  readonly sql: string;
  readonly condition: Operator | 'not null';
  readonly threshold: string;
  readonly tellsRecovery: boolean;
  readonly content: 'dashboard' | 'chart';
  readonly thing: Choice | undefined;
  readonly part: Part;
  readonly masks: Masks;
  readonly urlParams: readonly (readonly [string, string])[];
  /** What else stands in `extra` and nobody here knows. */
  readonly extra: Readonly<Record<string, unknown>>;
  readonly format: Format;
  readonly fresh: boolean;
  readonly width: string;
  readonly subject: string;
  readonly words: string;
  /** Of the message; empty for the one its owner reads these pages in. */
  readonly language: string;
  readonly plan: Plan;
  readonly zone: string;
  readonly missed: 'skip' | 'run_once';
  readonly grace: number;
  readonly timeout: number;
  readonly logDays: string;
  readonly recipients: readonly RecipientDraft[];
}

const wholeDashboard: Part = { anchors: [], openTabs: [] };

const ownZone = () =>
  bootstrap.preferences?.['time_zone'] || new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

export function freshDraft(
  kind: Kind,
  thing: Partial<Pick<Draft, 'content' | 'thing' | 'madeAt' | 'language'>> = {},
): Draft {
  const { user } = bootstrap;
  return {
    kind,
    name: '',
    description: '',
    active: true,
    owners: user ? [{ id: user.id, first_name: user.firstName ?? user.username, last_name: user.lastName ?? '' }] : [],
    madeAt: 'alerts_reports',
    database: undefined,
    sql: '',
    condition: '>',
    threshold: '',
    tellsRecovery: false,
    content: 'dashboard',
    thing: undefined,
    part: wholeDashboard,
    masks: {},
    urlParams: [],
    extra: {},
    format: 'PNG',
    fresh: false,
    width: '',
    subject: '',
    words: '',
    language: '',
    plan: kind === 'Alert' ? { every: 'hour', minute: 0 } : { every: 'week', days: [1], hour: 8, minute: 0 },
    zone: ownZone(),
    missed: 'skip',
    grace: 4 * 3600,
    timeout: 3600,
    logDays: '90',
    recipients: user?.email ? [{ channel: 'Email', settings: { target: user.email } }] : [],
    ...thing,
  };
}

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string' && one !== '') : [];

/** One id, or a JSON list of ids in a text. */
function anchorsIn(value: unknown): readonly string[] {
  if (typeof value !== 'string' || value.trim() === '') return texts(value);
  if (!value.trim().startsWith('[')) return [value];
  try {
    return texts(JSON.parse(value));
  } catch {
    return [];
  }
}

function pairsIn(value: unknown): readonly (readonly [string, string])[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((pair: unknown) =>
    Array.isArray(pair) && typeof pair[0] === 'string' ? [[pair[0], String(pair[1])] as const] : [],
  );
}

interface Validator {
  readonly op?: Operator;
  readonly threshold?: number;
}

const validatorOf = ({ validator_config_json: json }: Row): Validator => {
  try {
    return object(JSON.parse(json)) as Validator;
  } catch {
    return {};
  }
};

export function draftOf(row: Row): Draft {
  const { op = '>', threshold } = validatorOf(row);
  const { dashboard: state, language, ...extra } = row.extra;
  const seen = object(state);
  return {
    kind: row.type,
    name: row.name,
    description: row.description ?? '',
    active: row.active,
    owners: row.owners,
    madeAt: row.creation_method,
    database: row.database ? { id: row.database.id, name: row.database.database_name } : undefined,
    sql: row.sql,
    condition: row.validator_type === 'not null' ? 'not null' : op,
    threshold: threshold === undefined ? '' : String(threshold),
    tellsRecovery: row.notify_on_recovery,
    content: row.chart_id === null ? 'dashboard' : 'chart',
    thing: row.chart
      ? { id: row.chart.id, name: row.chart.slice_name }
      : row.dashboard
        ? { id: row.dashboard.id, name: row.dashboard.dashboard_title }
        : undefined,
    part: { anchors: anchorsIn(seen['anchor']), openTabs: texts(seen['activeTabs']) },
    masks: readMasks(seen['dataMask']),
    urlParams: pairsIn(seen['urlParams']),
    extra,
    format: row.report_format,
    fresh: row.force_screenshot,
    width: row.custom_width === null ? '' : String(row.custom_width),
    subject: row.email_subject ?? '',
    words: row.context_markdown ?? '',
    language: typeof language === 'string' ? language : '',
    plan: planOf(row.crontab),
    zone: row.timezone,
    missed: row.missed_runs,
    grace: row.grace_period,
    timeout: row.working_timeout,
    logDays: String(row.log_retention),
    recipients: row.recipients.map((one) => ({ channel: one.type, settings: settingsOf(one) })),
  };
}

const anchorText = (anchors: readonly string[]) => (anchors.length === 1 ? anchors[0] : JSON.stringify(anchors));

function stateOf({ content, part, masks, urlParams }: Draft): Readonly<Record<string, unknown>> {
  if (content !== 'dashboard') return {};
  return {
    ...(part.anchors.length > 0 ? { anchor: anchorText(part.anchors) } : {}),
    ...(part.openTabs.length > 0 ? { activeTabs: part.openTabs } : {}),
    ...(Object.keys(masks).length > 0 ? { dataMask: dataMask(masks) } : {}),
    ...(urlParams.length > 0 ? { urlParams } : {}),
  };
}

const numberOrNull = (text: string) => (text.trim() === '' ? null : Number(text));

/** What is asked and when it holds. */
export const conditionOf = (draft: Draft): Readonly<Record<string, unknown>> => ({
  database: draft.database?.id ?? null,
  sql: draft.sql,
  validator_type: draft.condition === 'not null' ? 'not null' : 'operator',
  ...(draft.condition === 'not null'
    ? {}
    : { validator_config_json: JSON.stringify({ op: draft.condition, threshold: numberOrNull(draft.threshold) }) }),
});

export function bodyOf(draft: Draft, version?: number): Readonly<Record<string, unknown>> {
  const state = stateOf(draft);
  return {
    ...(version === undefined ? {} : { version }),
    type: draft.kind,
    name: draft.name.trim(),
    description: draft.description,
    active: draft.active,
    owners: draft.owners.map(({ id }) => id),
    creation_method: draft.madeAt,
    ...(draft.kind === 'Alert' ? { ...conditionOf(draft), notify_on_recovery: draft.tellsRecovery } : {}),
    chart: draft.content === 'chart' ? (draft.thing?.id ?? null) : null,
    dashboard: draft.content === 'dashboard' ? (draft.thing?.id ?? null) : null,
    extra: {
      ...draft.extra,
      ...(Object.keys(state).length > 0 ? { dashboard: state } : {}),
      ...(draft.language === '' ? {} : { language: draft.language }),
    },
    report_format: draft.format,
    force_screenshot: draft.fresh,
    custom_width: numberOrNull(draft.width),
    email_subject: draft.subject.trim(),
    context_markdown: draft.words,
    crontab: crontabOf(draft.plan),
    timezone: draft.zone,
    missed_runs: draft.missed,
    grace_period: draft.grace,
    working_timeout: draft.timeout,
    log_retention: numberOrNull(draft.logDays),
    recipients: draft.recipients.map(({ channel, settings }) => ({ type: channel, recipient_config_json: settings })),
  };
}
