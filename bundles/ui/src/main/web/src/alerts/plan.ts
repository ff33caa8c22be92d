/** When something is due, as the builder sets it; a crontab it has no field for stays text. */
export type Plan =
  | { readonly every: 'minutes'; readonly step: number }
  | { readonly every: 'hour'; readonly minute: number }
  | { readonly every: 'day'; readonly hour: number; readonly minute: number }
  | { readonly every: 'week'; readonly days: readonly number[]; readonly hour: number; readonly minute: number }
  | { readonly every: 'month'; readonly day: number; readonly hour: number; readonly minute: number }
  | { readonly every: 'crontab'; readonly text: string };

export type Every = Plan['every'];
export const everies: readonly Every[] = ['minutes', 'hour', 'day', 'week', 'month', 'crontab'];
/** Those that divide an hour: others would be uneven at its turn. */
export const steps = [5, 10, 15, 20, 30] as const;
/** Monday first. */
export const weekdays = [1, 2, 3, 4, 5, 6, 0] as const;

const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const whole = (text: string, least: number, most: number): number | undefined => {
  const value = /^\d{1,2}$/.test(text) ? Number(text) : NaN;
  return value >= least && value <= most ? value : undefined;
};

const dayOf = (text: string): number | undefined => {
  const named = names.indexOf(text.toLowerCase());
  const value = named >= 0 ? named : whole(text, 0, 7);
  return value === 7 ? 0 : value;
};

const inOrder = (days: readonly number[]) => weekdays.filter((day) => days.includes(day));

/** Lists and ranges of days of the week; nothing where there is anything else. */
function daysOf(text: string): readonly number[] | undefined {
  const days: number[] = [];
  for (const part of text.split(',')) {
    const [from = '', to, ...more] = part.split('-');
    const [first, last] = [dayOf(from), to === undefined ? dayOf(from) : dayOf(to)];
    if (first === undefined || last === undefined || more.length > 0) return undefined;
    const end = last < first ? last + 7 : last;
    for (let day = first; day <= end; day++) days.push(day % 7);
  }
  return inOrder(days);
}

const shorthands: Readonly<Record<string, string>> = {
  '@hourly': '0 * * * *',
  '@daily': '0 0 * * *',
  '@midnight': '0 0 * * *',
  '@weekly': '0 0 * * 0',
  '@monthly': '0 0 1 * *',
};

export function planOf(crontab: string): Plan {
  const text = crontab.trim();
  const custom: Plan = { every: 'crontab', text };
  const fields = (shorthands[text] ?? text).split(/\s+/);
  const [minutes = '', hours = '', date = '', month = '', weekday = ''] = fields;
  if (fields.length !== 5 || month !== '*') return custom;
  const step = /^\*\/(\d+)$/.exec(minutes)?.[1];
  if (step && hours === '*' && date === '*' && weekday === '*') {
    return steps.some((one) => one === Number(step)) ? { every: 'minutes', step: Number(step) } : custom;
  }
  const minute = whole(minutes, 0, 59);
  if (minute === undefined) return custom;
  if (hours === '*') return date === '*' && weekday === '*' ? { every: 'hour', minute } : custom;
  const hour = whole(hours, 0, 23);
  if (hour === undefined) return custom;
  if (date === '*' && weekday === '*') return { every: 'day', hour, minute };
  if (date === '*') {
    const days = daysOf(weekday);
    return days ? { every: 'week', days, hour, minute } : custom;
  }
  const day = whole(date, 1, 31);
  return day !== undefined && weekday === '*' ? { every: 'month', day, hour, minute } : custom;
}

export function crontabOf(plan: Plan): string {
  switch (plan.every) {
    case 'minutes':
      return `*/${plan.step} * * * *`;
    case 'hour':
      return `${plan.minute} * * * *`;
    case 'day':
      return `${plan.minute} ${plan.hour} * * *`;
    case 'week':
      return `${plan.minute} ${plan.hour} * * ${[...plan.days].sort((a, b) => a - b).join(',')}`;
    case 'month':
      return `${plan.minute} ${plan.hour} ${plan.day} * *`;
    case 'crontab':
      return plan.text.trim();
  }
}

/** The same as far as it can be said another way. */
export function changedTo(plan: Plan, every: Every): Plan {
  if (every === plan.every) return plan;
  const hour = 'hour' in plan ? plan.hour : 8;
  const minute = 'minute' in plan ? plan.minute : 0;
  switch (every) {
    case 'minutes':
      return { every, step: 30 };
    case 'hour':
      return { every, minute };
    case 'day':
      return { every, hour, minute };
    case 'week':
      return { every, days: [1], hour, minute };
    case 'month':
      return { every, day: 1, hour, minute };
    case 'crontab':
      return { every, text: crontabOf(plan) };
  }
}
