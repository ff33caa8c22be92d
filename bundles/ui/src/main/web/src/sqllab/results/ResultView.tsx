import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Grid } from '../../ui/grid/Grid';
import { useGrid } from '../../ui/grid/useGrid';
import { EmptyState } from '../../ui/States';
import { DatasetDialog } from '../dialogs/DatasetDialog';
import type { Run } from '../run/model';
import type { LabTab } from '../tabs/model';
import type { LabAnswer } from '../types';
import { ResultBar } from './ResultBar';
import { toGridData } from './toGridData';

interface Props {
  readonly tab: LabTab;
  readonly run: Run;
  readonly answer: LabAnswer;
}

/** Rows, and what can be done with them. */
export function ResultView({ tab, run, answer }: Props) {
  const { t } = useTranslation();
  const data = useMemo(() => toGridData(answer), [answer]);
  const [search, setSearch] = useState('');
  const [making, setMaking] = useState<'chart' | 'dataset'>();
  const grid = useGrid(data, search);
  const none = data.length === 0 ? t('lab.result.empty') : grid.rows.length === 0 ? t('lab.result.noMatch') : undefined;
  return (
    <div className="lab-result-view">
      <ResultBar run={run} answer={answer} grid={grid} search={search} onSearch={setSearch} onMake={setMaking} />
      <div className="lab-rows">
        <Grid grid={grid} label={t('lab.result.grid')} />
        {none ? (
          <div className="lab-no-rows">
            <EmptyState
              title={none}
              actions={
                data.length > 0 ? (
                  <button
                    type="button"
                    className="btn small"
                    onClick={() => {
                      setSearch('');
                      grid.change({ filters: {} });
                    }}
                  >
                    {t('lab.result.clear')}
                  </button>
                ) : undefined
              }
            />
          </div>
        ) : null}
      </div>
      {making ? (
        <DatasetDialog tab={tab} run={run} chart={making === 'chart'} onClose={() => setMaking(undefined)} />
      ) : null}
    </div>
  );
}
