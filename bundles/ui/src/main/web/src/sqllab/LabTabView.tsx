import type { EditorView } from '@codemirror/view';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { useKeys } from '../app/useKeys';
import { useFailureText } from '../ui/failure';
import { say } from '../ui/toast';
import { formatOnServer } from './api';
import { useDatabase, useRuns } from './context';
import { MakeDialog } from './dialogs/MakeDialog';
import { SaveDialog } from './dialogs/SaveDialog';
import { KeysDialog } from './dialogs/KeysDialog';
import { Divider } from './Divider';
import { LabEditor } from './editor/LabEditor';
import type { EditorKeys } from './editor/setup';
import { ParamsPanel } from './ParamsPanel';
import { ResultsPanel } from './results/ResultsPanel';
import { failedAt } from './run/model';
import { failedRange } from './results/failedRange';
import type { LabTab, TabText } from './tabs/model';
import { Toolbar } from './Toolbar';
import { usePlan } from './usePlan';
import { useRunning } from './useRunning';
import { useStored } from './useStored';

interface Props {
  readonly tab: LabTab;
  readonly onOpen: (text: Partial<TabText>) => string;
  readonly runFirst: boolean;
  readonly onRan: () => void;
}

export type Asked = 'save' | 'saveAs' | 'TABLE' | 'VIEW' | 'keys' | undefined;

/** One tab: what can be done, the text, what came of it. */
export function LabTabView({ tab, onOpen, runFirst, onRan }: Props) {
  const { t } = useTranslation();
  const words = useFailureText();
  const client = useQueryClient();
  const database = useDatabase(tab.dbId);
  const view = useRef<EditorView>(undefined);
  const box = useRef<HTMLDivElement>(null);
  const running = useRunning(tab, view);
  const runs = useRuns(tab);
  const [asked, setAsked] = useState<Asked>();
  const [selected, setSelected] = useState(false);
  const [split, setSplit] = useStored('karavel.lab.split', { height: Math.round(window.innerHeight * 0.36) });
  const [params, setParams] = useState(false);
  const [broken, setBroken] = useState(false);
  const plan = usePlan(tab, running);

  const tell = (error: unknown) => {
    const { title, text } = words(error);
    say(`${title} ${text}`, 'bad');
  };
  const format = useMutation({
    mutationFn: async () => {
      const { formatSql } = await import('../explore/stage/formatSql');
      const { sql, dbId, templateParams } = tab;
      if (dbId === null) return { sql, formatted: formatSql(sql) };
      // An older or busy server is no reason not to put lines in order.
      const formatted = await formatOnServer(sql, dbId, templateParams).catch(() => formatSql(sql));
      return { sql, formatted };
    },
    onSuccess: ({ sql, formatted }) => {
      const editor = view.current;
      // Who typed on meanwhile keeps what was typed.
      if (!editor || editor.state.doc.toString() !== sql || formatted === sql) return;
      editor.dispatch({ changes: { from: 0, to: sql.length, insert: formatted } });
    },
    onError: tell,
  });
  const update = useMutation({
    mutationFn: (id: number) => {
      const { sql, dbId, schema, catalog, templateParams } = tab;
      const body = { sql, db_id: dbId, schema, catalog, template_parameters: templateParams };
      return api(`/api/v1/saved_query/${id}`, { method: 'PUT', body });
    },
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['saved_query'] });
      say(t('lab.save.updated', { label: tab.savedQuery?.label ?? '' }));
    },
    onError: tell,
  });
  const save = () => {
    if (tab.sql.trim() === '') say(t('lab.run.nothing'));
    else if (tab.savedQuery) update.mutate(tab.savedQuery.id);
    else setAsked('save');
    return true;
  };
  const run = (what: 'here' | 'all' | 'upTo') => {
    if (broken) {
      setParams(true);
      return true;
    }
    return running.run(what);
  };
  const keys: EditorKeys = {
    runAll: () => run('all'),
    runUpTo: () => run('upTo'),
    stop: () => {
      running.stop();
      return true;
    },
    format: () => {
      format.mutate();
      return true;
    },
    save,
    explain: () => {
      plan.ask();
      return true;
    },
  };

  // From wherever the reader is on the page, but not through a dialog.
  const unlessAsked = (act: () => void) => () => {
    if (!document.querySelector('[aria-modal="true"]')) act();
  };
  useKeys({ 'mod+enter': unlessAsked(() => run('here')), 'mod+s': unlessAsked(save) });

  useEffect(() => {
    if (!runFirst) return;
    onRan();
    running.run('all');
  }, [runFirst, onRan, running]);

  const failed = runs.find(({ error, offset }) => error && offset !== undefined);
  const failure = useMemo(() => {
    const place = failed && failedAt(failed);
    return failed?.offset !== undefined && place ? failedRange(failed.sql, failed.offset, place) : undefined;
  }, [failed]);
  const most = Math.max(160, (box.current?.clientHeight ?? window.innerHeight - 60) - 180);
  return (
    <div ref={box} className="lab-tab-view" role="tabpanel" id="lab-tab-panel" aria-label={tab.label}>
      <Toolbar
        tab={tab}
        database={database}
        running={{ ...running, run: (what) => run(what) }}
        selected={selected}
        params={params}
        broken={broken}
        onParams={() => {
          setParams(!params);
          setBroken(false);
        }}
        onAsk={setAsked}
        onSave={save}
        onFormat={() => format.mutate()}
        onPlan={() => plan.ask()}
      />
      {params ? (
        <ParamsPanel
          tab={tab}
          onProblem={setBroken}
          onClose={() => {
            setParams(false);
            setBroken(false);
          }}
        />
      ) : null}
      <div className="lab-editor" style={{ height: Math.min(split.height, most) }}>
        <LabEditor
          tab={tab}
          keys={keys}
          onRun={() => run('here')}
          onSelect={setSelected}
          viewRef={view}
          failure={failure}
        />
      </div>
      <Divider
        way="row"
        label={t('lab.resizeEditor')}
        value={split.height}
        least={90}
        most={most}
        onChange={(height) => setSplit({ height })}
      />
      <ResultsPanel tab={tab} running={running} plan={plan} onOpen={onOpen} />
      {asked === 'save' || asked === 'saveAs' ? (
        <SaveDialog tab={tab} onClose={() => setAsked(undefined)} />
      ) : asked === 'TABLE' || asked === 'VIEW' ? (
        <MakeDialog
          tab={tab}
          method={asked}
          database={database}
          onClose={() => setAsked(undefined)}
          onMake={(making) => {
            setAsked(undefined);
            running.run('here', making);
          }}
        />
      ) : asked === 'keys' ? (
        <KeysDialog onClose={() => setAsked(undefined)} />
      ) : null}
      <span className="hidden-visually" aria-hidden="true" data-testid="tab-id">
        {tab.id ?? ''}
      </span>
    </div>
  );
}
