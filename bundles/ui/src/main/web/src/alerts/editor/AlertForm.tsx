import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ApiError } from '../../api/client';
import { useKeys } from '../../app/useKeys';
import { LeaveDialog, useLeaveGuard } from '../../ui/leaveGuard';
import { useFailureText } from '../../ui/failure';
import { say } from '../../ui/toast';
import { useAlertWork } from '../alertApi';
import { pathOf, type Channel, type Row } from '../types';
import { AlertHead } from './AlertHead';
import { faultsIn, faultsOfCondition, type Faults } from './checks';
import { ConditionPart } from './ConditionPart';
import { ContentPart } from './ContentPart';
import { bodyOf, draftOf, type Draft } from './draft';
import { GeneralPart } from './GeneralPart';
import { RecipientsPart } from './RecipientsPart';
import { SchedulePart } from './SchedulePart';
import { Summary } from './Summary';
import { useDraft } from './useDraft';

interface Props {
  readonly first: Draft;
  readonly row: Row | undefined;
  readonly channels: readonly Channel[];
  readonly mayWrite: boolean;
}

/** The server's names for what stands in one field here. */
const shownAt: Readonly<Record<string, string>> = { validator_config_json: 'validator_config_json' };

/** Where the eye goes after a save that was refused. */
const toFirstFault = () =>
  setTimeout(() => {
    const first = document.querySelector<HTMLElement>('.alert-form [aria-invalid="true"], .alert-form .problem');
    first?.scrollIntoView({ block: 'center' });
    first?.focus({ preventScroll: true });
  }, 0);

export function AlertForm({ first, row, channels, mayWrite }: Props) {
  const { t } = useTranslation();
  const words = useFailureText();
  const navigate = useNavigate();
  const { draft, change, changed, keep } = useDraft(first);
  const { save } = useAlertWork();
  const [faults, setFaults] = useState<Faults>({});
  const [refused, setRefused] = useState<{ readonly field: string; readonly text: string }>();
  const form = useRef<HTMLFormElement>(null);
  const [leaving, stay] = useLeaveGuard(changed && mayWrite);

  const edit = useCallback(
    (patch: Partial<Draft>) => {
      change(patch);
      setRefused(undefined);
      setFaults((old) => {
        if (Object.keys(old).length === 0) return old;
        // what was said stays until it is mended; nothing new is said while somebody types
        const now = faultsIn({ ...draft, ...patch }, channels);
        return Object.fromEntries(Object.entries(old).filter(([field]) => now[field] !== undefined));
      });
    },
    [change, draft, channels],
  );
  const problem = (field: string) => {
    if (refused && (shownAt[refused.field] ?? refused.field) === field) return refused.text;
    const fault = faults[field];
    return fault ? t(`alerts.fault.${fault}`) : undefined;
  };
  const blame = (found: Faults) => {
    setFaults(found);
    toFirstFault();
  };
  const tell = (error: unknown) => {
    const { title, text } = words(error);
    if (error instanceof ApiError && error.field) {
      setRefused({ field: error.field, text: text || title });
      toFirstFault();
    }
    say(`${title} ${text}`, 'bad');
  };
  const onSave = async () => {
    if (save.isPending) return;
    const found = faultsIn(draft, channels);
    if (Object.keys(found).length > 0) {
      blame(found);
      return;
    }
    setFaults({});
    setRefused(undefined);
    try {
      const saved = await save.mutateAsync({ id: row?.id, body: bodyOf(draft, row?.version) });
      keep(draftOf(saved));
      say(t('alerts.saved', { name: saved.name }));
      // the guard hears that there is nothing to lose with the next drawing
      if (!row) setTimeout(() => void navigate(`${pathOf(saved.type)}/${saved.id}`, { replace: true }), 0);
    } catch (error) {
      tell(error);
    }
  };
  useKeys({ 'mod+s': () => void onSave() });
  const part = { draft, change: edit, problem };
  return (
    <>
      <AlertHead
        draft={draft}
        row={row}
        changed={changed}
        busy={save.isPending}
        mayWrite={mayWrite}
        onActive={(active) => edit({ active })}
        onSave={() => void onSave()}
      />
      <div className="page alert-page">
        <form
          ref={form}
          className="alert-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void onSave();
          }}
        >
          <fieldset disabled={!mayWrite} className="plain">
            <GeneralPart {...part} />
            {draft.kind === 'Alert' ? (
              <ConditionPart {...part} onFaults={() => blame(faultsOfCondition(draft))} />
            ) : null}
            <ContentPart {...part} />
            <SchedulePart {...part} />
            <RecipientsPart {...part} />
          </fieldset>
        </form>
        <Summary
          draft={draft}
          row={row}
          mayWrite={mayWrite}
          check={() => {
            const found = faultsIn({ ...draft, recipients: [] }, channels);
            if (Object.keys(found).length > 0) blame(found);
            return Object.keys(found).length === 0;
          }}
          onRefused={tell}
        />
      </div>
      {leaving ? <LeaveDialog text={t('alerts.unsaved')} onStay={stay} onDiscard={leaving.go} /> : null}
    </>
  );
}
