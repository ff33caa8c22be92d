import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../app/useKeys';
import { LeaveDialog, useLeaveGuard } from '../ui/leaveGuard';
import { useUndoKeys } from '../ui/useUndoKeys';
import { addToForm, addToWell, wellsFor, type Addition } from './addToForm';
import { ControlPanel } from './ControlPanel';
import { DataPanel } from './DataPanel';
import { Dialogs, type OpenDialog } from './dialogs/Dialogs';
import { DragArea } from './drag';
import { EditorHead } from './EditorHead';
import { ChartPanel, Stage, type StageTab } from './Stage';
import { forgetDraft } from './useDraft';
import { useExploration, type Subject } from './useExploration';

export function Editor(subject: Subject) {
  const { t } = useTranslation();
  const { chart, id } = subject;
  const exploration = useExploration(subject);
  const { draft, dataset, visualization, form, data } = exploration;
  const [tab, setTab] = useState<StageTab>('chart');
  const [dialog, setDialog] = useState<OpenDialog>();
  const [drawer, setDrawer] = useState(false);
  const [leaving, stay] = useLeaveGuard(draft.dirty && dialog !== 'leaving');
  const title = draft.name || t('explore.newChart');

  const add = (addition: Addition) => draft.change(addToForm(form, addition, visualization));
  useKeys({
    'mod+enter': exploration.update,
    'mod+s': () => setDialog('save'),
    r: exploration.refresh,
  });
  useUndoKeys(draft.undo, draft.redo);

  if (subject.bare) {
    return (
      <div className="explore bare">
        <ChartPanel exploration={exploration} title={title} onTab={setTab} bare />
      </div>
    );
  }
  return (
    <div className="explore">
      <EditorHead
        exploration={exploration}
        chart={chart}
        title={title}
        tab={tab}
        onTab={setTab}
        onDialog={setDialog}
        drawer={{ open: drawer, toggle: () => setDrawer((open) => !open) }}
      />
      <DragArea form={form} onChange={draft.change}>
        <div className="panes" data-drawer={drawer ? 'open' : undefined}>
          <DataPanel
            dataset={dataset}
            onAdd={add}
            wellsFor={(addition) => wellsFor(addition, visualization, form)}
            onAddTo={(addition, control) => draft.change(addToWell(form, addition, control))}
            onSwap={() => setDialog('swap')}
          />
          <ControlPanel
            dataset={dataset}
            visualization={visualization}
            form={form}
            onChange={draft.change}
            onType={exploration.chooseType}
            onUpdate={exploration.update}
            onStop={exploration.stop}
            onAutomatic={exploration.setAutomatic}
            automatic={exploration.automatic}
            problem={exploration.problem}
            pending={exploration.pending}
            running={data.isFetching}
          />
          <Stage exploration={exploration} tab={tab} onTab={setTab} title={title} />
        </div>
      </DragArea>
      <Dialogs open={dialog} onOpen={setDialog} exploration={exploration} chart={chart} draftId={id} />
      {leaving ? (
        <LeaveDialog
          text={t('explore.leaveText', { name: title })}
          onStay={stay}
          onKeep={leaving.go}
          onDiscard={() => {
            exploration.discard();
            forgetDraft(id);
            leaving.go();
          }}
        />
      ) : null}
    </div>
  );
}
