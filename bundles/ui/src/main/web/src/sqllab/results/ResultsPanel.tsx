import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon';
import { EmptyState } from '../../ui/States';
import { Tabs, type TabItem } from '../../ui/Tabs';
import { useRuns } from '../context';
import { isOpen, type Run } from '../run/model';
import type { LabTab, TabText } from '../tabs/model';
import type { Plan } from '../usePlan';
import type { Running } from '../useRunning';
import { PlanView } from './PlanView';
import { RunView } from './RunView';
import { TabHistory } from './TabHistory';

interface Props {
  readonly tab: LabTab;
  readonly running: Running;
  readonly plan: Plan;
  readonly onOpen: (text: Partial<TabText>) => string;
}

/** What came of the runs of a tab: a result each, what the tab ran before, the plan somebody asked for. */
export function ResultsPanel({ tab, running, plan, onOpen }: Props) {
  const { t } = useTranslation();
  const runs = useRuns(tab);
  const [chosen, setChosen] = useState<string>('0');
  const [lastDone, setLastDone] = useState<Run>();
  const names = runs.map(({ id }) => id).join();
  const failedAt = runs.findIndex(({ state }) => state === 'failed' || state === 'timed_out');

  useEffect(() => setChosen('0'), [names]);
  useEffect(() => {
    if (failedAt > 0) setChosen(String(failedAt));
  }, [failedAt]);
  useEffect(() => {
    if (plan.asked) setChosen('plan');
    else setChosen((now) => (now === 'plan' ? '0' : now));
  }, [plan.asked]);
  const index = Number(chosen);
  const run = runs[Number.isNaN(index) ? -1 : index];
  useEffect(() => {
    if (run?.state === 'success') setLastDone(run);
  }, [run]);

  const results = runs.length > 1 ? runs : runs.slice(0, 1);
  const items: readonly TabItem<string>[] = [
    ...(results.length === 0 ? [{ key: '0', title: t('lab.result.one') }] : []),
    ...results.map((one, at) => ({
      key: String(at),
      title: (
        <span className="lab-result-tab" title={one.sql.slice(0, 300)}>
          {isOpen(one) ? (
            <i className="lab-sign busy" />
          ) : one.state === 'failed' || one.state === 'timed_out' ? (
            <i className="lab-sign bad" />
          ) : null}
          {results.length > 1 ? t('lab.result.number', { number: at + 1 }) : t('lab.result.one')}
        </span>
      ),
    })),
    ...(plan.asked ? [{ key: 'plan', title: t('lab.plan.title') }] : []),
    { key: 'history', title: t('lab.history.ofTab') },
  ];
  const value = items.some(({ key }) => key === chosen) ? chosen : (items[0]?.key ?? 'history');
  const panel =
    value === 'history' ? (
      <TabHistory tab={tab} onOpen={onOpen} running={running} />
    ) : value === 'plan' ? (
      <PlanView plan={plan} />
    ) : run ? (
      <RunView
        key={run.id}
        tab={tab}
        run={run}
        before={lastDone?.id === run.id ? undefined : lastDone}
        running={running}
      />
    ) : (
      <EmptyState
        icon="table"
        place="fill"
        title={t('lab.result.none')}
        text={
          <>
            {t('lab.result.noneText')} <kbd>Ctrl</kbd> <kbd>Enter</kbd>
          </>
        }
      />
    );
  return (
    <div className="lab-results" data-testid="results">
      <Tabs
        items={items}
        value={value}
        onChange={setChosen}
        label={t('lab.result.all')}
        className="lab-result-tabs"
        panelClassName="lab-result"
        panel={panel}
      />
      {plan.asked && value === 'plan' ? (
        <button
          type="button"
          className="btn small icon-only ghost lab-plan-close"
          aria-label={t('action.close')}
          onClick={plan.close}
        >
          <Icon name="close" size={14} />
        </button>
      ) : null}
    </div>
  );
}
