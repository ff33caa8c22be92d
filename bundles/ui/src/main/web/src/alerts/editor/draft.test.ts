import { expect, test } from 'vitest';
import type { Channel, Row } from '../types';
import { faultsIn } from './checks';
import { bodyOf, draftOf, freshDraft } from './draft';

const mask = { id: 'NATIVE_FILTER-1', extraFormData: {}, filterState: { value: ['A'] }, ownState: {} };

const row: Row = {
  id: 7,
  version: 3,
  type: 'Alert',
  name: 'Too many',
  description: null,
  active: true,
  creation_method: 'alerts_reports',
  crontab: '*/10 * * * *',
  crontab_humanized: 'Every 10 minutes',
  timezone: 'Europe/Berlin',
  next_run: null,
  grace_period: 14_400,
  working_timeout: 3600,
  log_retention: 90,
  missed_runs: 'skip',
  chart_id: null,
  dashboard_id: 5,
  chart: null,
  dashboard: { id: 5, dashboard_title: 'Sales' },
  database: { id: 2, database_name: 'Examples' },
  sql: 'SELECT count(*) FROM orders',
  validator_type: 'operator',
  validator_config_json: '{"op":">=","threshold":10.5}',
  notify_on_recovery: true,
  report_format: 'PDF',
  email_subject: null,
  context_markdown: null,
  force_screenshot: false,
  custom_width: 1200,
  extra: {
    dashboard: { anchor: '["TAB-1","TAB-2"]', activeTabs: ['TAB-1'], dataMask: { 'NATIVE_FILTER-1': mask } },
    own: 1,
    language: 'fr',
  },
  recipients: [{ type: 'Email', recipient_config_json: '{"target":"a@example.com, b@example.com","ccTarget":null}' }],
  last_state: 'Not triggered',
  last_eval_dttm: null,
  last_value: null,
  owners: [{ id: 1, first_name: 'Ada', last_name: 'L' }],
};

const email: Channel = {
  id: 'Email',
  title: 'E-mail',
  ready: true,
  hindrance: '',
  settings: [{ name: 'target', title: 'To', kind: 'text', required: true, default: '', help: '' }],
};

test('what is stored goes back as it came', () => {
  const body = bodyOf(draftOf(row), row.version);
  expect(body).toMatchObject({
    version: 3,
    type: 'Alert',
    dashboard: 5,
    chart: null,
    database: 2,
    validator_type: 'operator',
    validator_config_json: '{"op":">=","threshold":10.5}',
    crontab: row.crontab,
    custom_width: 1200,
    extra: row.extra,
    owners: [1],
  });
  expect(body['recipients']).toEqual([
    { type: 'Email', recipient_config_json: { target: 'a@example.com, b@example.com' } },
  ]);
});

test('a chart is sent without the state of a dashboard', () => {
  const body = bodyOf({ ...draftOf(row), content: 'chart', thing: { id: 9, name: 'Bars' } });
  expect(body).toMatchObject({ chart: 9, dashboard: null, extra: { own: 1 } });
});

test('a report says nothing of conditions', () => {
  expect(Object.keys(bodyOf(freshDraft('Report')))).not.toContain('validator_type');
});

test('what is missing or wrong is named by its field', () => {
  const draft = {
    ...freshDraft('Alert'),
    recipients: [{ channel: 'Email', settings: { target: 'ada' } }],
    width: '50',
  };
  expect(faultsIn(draft, [email])).toEqual({
    name: 'needed',
    database: 'needed',
    sql: 'needed',
    validator_config_json: 'number',
    dashboard: 'needed',
    custom_width: 'width',
    'recipients.0.target': 'address',
  });
  expect(faultsIn(draftOf(row), [email])).toEqual({});
  expect(faultsIn({ ...draftOf(row), plan: { every: 'week', days: [], hour: 8, minute: 0 } }, [email])).toEqual({
    crontab: 'days',
  });
});
