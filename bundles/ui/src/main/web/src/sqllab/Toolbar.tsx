import { Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { copyText } from '../explore/copyText';
import { useFailureText } from '../ui/failure';
import { Icon } from '../ui/Icon';
import { count } from '../ui/time';
import { say } from '../ui/toast';
import { makePermalink } from './api';
import { useLab, useTabs } from './context';
import type { Asked } from './LabTabView';
import { askedNames } from './text/templates';
import type { LabTab } from './tabs/model';
import { habitsOf } from './text/habits';
import { splitStatements } from './text/statements';
import type { LabDatabase } from './types';
import type { Running } from './useRunning';

interface Props {
  readonly tab: LabTab;
  readonly database: LabDatabase | undefined;
  readonly running: Pick<Running, 'busy' | 'stop'> & { readonly run: (what: 'here' | 'all' | 'upTo') => boolean };
  readonly selected: boolean;
  readonly params: boolean;
  readonly broken: boolean;
  readonly onParams: () => void;
  readonly onAsk: (asked: Asked) => void;
  readonly onSave: () => void;
  readonly onFormat: () => void;
  readonly onPlan: () => void;
}

const limits = [10, 100, 1000, 10_000, 100_000] as const;
const menu = {
  width: 250,
  transitionProps: { duration: 100 },
  withInitialFocusPlaceholder: false,
  zIndex: 350,
} as const;

/** What can be done with the text. */
export function Toolbar(props: Props) {
  const { t } = useTranslation();
  const { tabs, limits: bounds, focus } = useLab();
  const { tab, database, running, selected, broken } = props;
  const several = splitStatements(tab.sql, habitsOf(database?.backend)).length > 1;
  const limit = tab.limit ?? bounds.default;
  const usesParams = askedNames(tab.sql).length > 0 || tab.templateParams.trim() !== '';
  return (
    <div className="lab-toolbar" role="toolbar" aria-label={t('lab.toolbar')}>
      <div className="lab-run">
        {running.busy ? (
          <button type="button" className="btn danger" onClick={running.stop} title="Ctrl ." data-testid="stop">
            <Icon name="stop" size={14} />
            {t('lab.run.stop')}
          </button>
        ) : (
          <button
            type="button"
            className="btn primary"
            onClick={() => running.run('here')}
            title="Ctrl Enter"
            disabled={tab.sql.trim() === ''}
            data-testid="run"
          >
            <Icon name="play" size={14} />
            {selected ? t('lab.run.selection') : several ? t('lab.run.statement') : t('lab.run.run')}
          </button>
        )}
        <Menu {...menu} position="bottom-start">
          <Menu.Target>
            <button
              type="button"
              className={running.busy ? 'btn icon-only' : 'btn primary icon-only'}
              aria-label={t('lab.run.more')}
              data-testid="run-menu"
            >
              <Icon name="down" size={12} />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              rightSection={<Keys of="Ctrl Enter" />}
              onClick={() => running.run('here')}
              disabled={running.busy}
            >
              {selected ? t('lab.run.selection') : t('lab.run.statement')}
            </Menu.Item>
            <Menu.Item
              rightSection={<Keys of="Ctrl Shift Enter" />}
              onClick={() => running.run('all')}
              disabled={running.busy}
              data-testid="run-all"
            >
              {t('lab.run.all')}
            </Menu.Item>
            <Menu.Item
              rightSection={<Keys of="Ctrl Alt Enter" />}
              onClick={() => running.run('upTo')}
              disabled={running.busy}
            >
              {t('lab.run.upTo')}
            </Menu.Item>
            <Menu.Divider />
            {database?.allows_cost_estimate === false ? null : (
              <Menu.Item
                leftSection={<Icon name="plan" />}
                rightSection={<Keys of="Ctrl E" />}
                onClick={props.onPlan}
                data-testid="explain"
              >
                {t('lab.plan.ask')}
              </Menu.Item>
            )}
            {database?.allow_ctas ? (
              <Menu.Item
                leftSection={<Icon name="table" />}
                onClick={() => props.onAsk('TABLE')}
                data-testid="make-table"
              >
                {t('lab.make.TABLE')}
              </Menu.Item>
            ) : null}
            {database?.allow_cvas ? (
              <Menu.Item leftSection={<Icon name="eye" />} onClick={() => props.onAsk('VIEW')} data-testid="make-view">
                {t('lab.make.VIEW')}
              </Menu.Item>
            ) : null}
          </Menu.Dropdown>
        </Menu>
      </div>
      <Menu {...menu} width={190} position="bottom-start" returnFocus={false}>
        <Menu.Target>
          <button
            type="button"
            className="btn ghost"
            title={t('lab.limit.label', { limit: count(limit) })}
            data-testid="limit"
          >
            <span className="lab-wide">{t('lab.limit.short')}</span>
            <span>{count(limit)}</span>
            <Icon name="down" size={12} />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('lab.limit.title')}</Menu.Label>
          <Menu.RadioGroup value={String(limit)} onChange={(value) => tabs.change(tab.key, { limit: Number(value) })}>
            {[...new Set([...limits.filter((one) => one <= bounds.most), bounds.most])].map((one) => (
              <Menu.RadioItem key={one} value={String(one)} onClick={focus}>
                {count(one)}
              </Menu.RadioItem>
            ))}
          </Menu.RadioGroup>
        </Menu.Dropdown>
      </Menu>
      <button
        type="button"
        className="btn ghost icon-only"
        aria-label={t('lab.format')}
        title={`${t('lab.format')} (Shift Alt F)`}
        onClick={props.onFormat}
        data-testid="format"
      >
        <Icon name="format" />
      </button>
      <button
        type="button"
        className={`btn ghost${usesParams ? '' : ' icon-only'}${broken ? ' danger' : ''}`}
        aria-label={t('lab.params.title')}
        title={t('lab.params.title')}
        aria-pressed={props.params}
        onClick={props.onParams}
        data-testid="params-toggle"
      >
        <Icon name="braces" />
        {usesParams ? <span className="lab-wide">{t('lab.params.title')}</span> : null}
      </button>
      <span className="grow" />
      <SaveState />
      <div className="lab-run">
        <button
          type="button"
          className="btn"
          onClick={props.onSave}
          title="Ctrl S"
          disabled={tab.sql.trim() === ''}
          data-testid="save"
        >
          <Icon name="bookmark" size={14} />
          {tab.savedQuery ? t('lab.save.update') : t('action.save')}
        </button>
        {tab.savedQuery ? (
          <Menu {...menu} width={190} position="bottom-end">
            <Menu.Target>
              <button type="button" className="btn icon-only" aria-label={t('lab.save.more')} data-testid="save-menu">
                <Icon name="down" size={12} />
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => props.onAsk('saveAs')} data-testid="save-as">
                {t('lab.save.asNew')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        ) : null}
      </div>
      <Share tab={tab} />
      <button
        type="button"
        className="btn ghost icon-only lab-wide"
        aria-label={t('lab.keys.title')}
        title={t('lab.keys.title')}
        onClick={() => props.onAsk('keys')}
        data-testid="lab-keys"
      >
        <Icon name="help" />
      </button>
    </div>
  );
}

const Keys = ({ of }: { of: string }) => (
  <span className="lab-keys">
    {of.split(' ').map((key) => (
      <kbd key={key}>{key}</kbd>
    ))}
  </span>
);

/** Whether what was typed is kept. */
function SaveState() {
  const { t } = useTranslation();
  const { saving } = useTabs();
  return (
    <span className={`lab-saving ${saving}`} role="status" data-testid="saving">
      {saving === 'offline' ? <Icon name="alert" size={13} /> : null}
      {t(`lab.saving.${saving}`)}
    </span>
  );
}

function Share({ tab }: { tab: LabTab }) {
  const { t } = useTranslation();
  const words = useFailureText();
  const share = async () => {
    const { label: name, sql, dbId, schema, catalog, templateParams } = tab;
    try {
      const link = await makePermalink({ dbId, name, sql, schema, catalog, autorun: false, templateParams });
      say((await copyText(link)) ? t('explore.linkCopied') : link);
    } catch (error) {
      const { title, text } = words(error);
      say(`${title} ${text}`, 'bad');
    }
  };
  return (
    <button
      type="button"
      className="btn icon-only"
      aria-label={t('lab.share')}
      title={t('lab.share')}
      onClick={() => void share()}
      disabled={tab.sql.trim() === ''}
      data-testid="share"
    >
      <Icon name="link" />
    </button>
  );
}
