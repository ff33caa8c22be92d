import type { Chart } from '../../api/types';
import type { Exploration } from '../useExploration';
import { DashboardDialog } from './DashboardDialog';
import { PropertiesDialog } from './PropertiesDialog';
import { SaveDialog } from './SaveDialog';
import { SwapDialog } from './SwapDialog';

export type OpenDialog = 'save' | 'dashboard' | 'properties' | 'swap' | 'leaving' | undefined;

interface Props {
  readonly open: OpenDialog;
  readonly onOpen: (dialog: OpenDialog) => void;
  readonly exploration: Exploration;
  readonly chart: Chart | undefined;
  readonly draftId: string;
}

/** Whatever stands in front of the page. */
export function Dialogs({ open, onOpen, exploration, chart, draftId }: Props) {
  const close = () => onOpen(undefined);
  switch (open) {
    case 'save':
      return (
        <SaveDialog
          exploration={exploration}
          chart={chart}
          draftId={draftId}
          onClose={close}
          onLeaving={() => onOpen('leaving')}
        />
      );
    case 'dashboard':
      return (
        <DashboardDialog chart={chart} dirty={exploration.draft.dirty} onClose={close} onSave={() => onOpen('save')} />
      );
    case 'properties':
      return chart ? <PropertiesDialog chart={chart} onClose={close} /> : null;
    case 'swap':
      return <SwapDialog exploration={exploration} onClose={close} />;
    default:
      return null;
  }
}
