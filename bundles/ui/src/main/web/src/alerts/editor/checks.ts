import { addressesIn, looksLikeAddress } from '../recipients';
import type { Channel, Format } from '../types';
import type { Draft } from './draft';

/** Keys of words that say what is wrong, by the server's names of the fields. */
export type Faults = Readonly<Record<string, string>>;

const filled = (text: string) => text.trim() !== '';
const isNumber = (text: string) => filled(text) && Number.isFinite(Number(text));
const isWhole = (text: string, least: number, most: number) =>
  /^\d+$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;

export const formatsOf = (content: Draft['content']): readonly Format[] =>
  content === 'dashboard' ? ['PNG', 'PDF'] : ['PNG', 'PDF', 'CSV', 'XLSX', 'TEXT'];

export const isPicture = (format: Format) => format === 'PNG' || format === 'PDF';

/** What is wrong with the question alone. */
export function faultsOfCondition(draft: Draft): Faults {
  return {
    ...(draft.database ? {} : { database: 'needed' }),
    ...(filled(draft.sql) ? {} : { sql: 'needed' }),
    ...(draft.condition === 'not null' || isNumber(draft.threshold) ? {} : { validator_config_json: 'number' }),
  };
}

function faultsOfRecipients({ recipients }: Draft, channels: readonly Channel[]): Faults {
  const faults: Record<string, string> = {};
  recipients.forEach(({ channel, settings }, index) => {
    for (const { name, required } of channels.find(({ id }) => id === channel)?.settings ?? []) {
      const value = settings[name] ?? '';
      const field = `recipients.${index}.${name}`;
      if (required && !filled(value)) faults[field] = 'needed';
      else if (channel === 'Email' && !addressesIn(value).every(looksLikeAddress)) faults[field] = 'address';
    }
  });
  return faults;
}

/** What the page can tell by itself; the rest the server says. */
export function faultsIn(draft: Draft, channels: readonly Channel[]): Faults {
  return {
    ...(filled(draft.name) ? {} : { name: 'needed' }),
    ...(draft.kind === 'Alert' ? faultsOfCondition(draft) : {}),
    ...(draft.thing ? {} : { [draft.content]: 'needed' }),
    ...(draft.plan.every === 'week' && draft.plan.days.length === 0 ? { crontab: 'days' } : {}),
    ...(draft.plan.every === 'crontab' && !filled(draft.plan.text) ? { crontab: 'needed' } : {}),
    ...(!filled(draft.width) || isWhole(draft.width, 600, 2400) ? {} : { custom_width: 'width' }),
    ...(isWhole(draft.logDays, 0, 36_500) ? {} : { log_retention: 'number' }),
    ...faultsOfRecipients(draft, channels),
  };
}
