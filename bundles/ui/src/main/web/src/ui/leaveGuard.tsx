import { Modal } from '@mantine/core';
import { useContext, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UNSAFE_NavigationContext as NavigationContext } from 'react-router';
import '../app/dialogs.css';

interface Leaving {
  readonly go: () => void;
}

const placeOf = (state: unknown): number | undefined => {
  const idx = (state as { idx?: unknown } | null)?.idx;
  return typeof idx === 'number' ? idx : undefined;
};

const pathOf = (to: unknown): string =>
  (typeof to === 'string' ? to : ((to as { pathname?: string } | null)?.pathname ?? '')).split(/[?#]/)[0] ?? '';

/** Holds up every way out of the page while there is something to lose: links, the browser's arrows, closing the tab. */
export function useLeaveGuard(active: boolean): readonly [Leaving | undefined, () => void] {
  const { navigator } = useContext(NavigationContext);
  const [leaving, setLeaving] = useState<Leaving>();

  useEffect(() => {
    if (!active) return undefined;
    // The next page may still load while the reader comes back: the question must not stand in the way then.
    const ask = (go: () => void) =>
      setLeaving({
        go: () => {
          setLeaving(undefined);
          go();
        },
      });
    const { push, replace } = navigator;
    const here = window.location.pathname;
    let place = placeOf(window.history.state);
    let letPass = false;
    const held =
      (go: typeof push): typeof push =>
      (to, ...rest) => {
        if (pathOf(to) === '' || pathOf(to) === here) go(to, ...rest);
        else ask(() => go(to, ...rest));
      };
    navigator.push = held(push);
    navigator.replace = held(replace);
    const onPop = (event: PopStateEvent) => {
      const next = placeOf(event.state);
      if (letPass || window.location.pathname === here || next === undefined || place === undefined) {
        letPass = false;
        place = next;
        return;
      }
      const way = next - place;
      event.stopImmediatePropagation();
      letPass = true;
      window.history.go(-way);
      ask(() => window.history.go(way));
    };
    const onClose = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('popstate', onPop, true);
    window.addEventListener('beforeunload', onClose);
    return () => {
      navigator.push = push;
      navigator.replace = replace;
      window.removeEventListener('popstate', onPop, true);
      window.removeEventListener('beforeunload', onClose);
    };
  }, [active, navigator]);
  return [leaving, () => setLeaving(undefined)];
}

interface DialogProps {
  readonly text: string;
  readonly onStay: () => void;
  readonly onDiscard: () => void;
  /** Leaves, and what was begun is found again. */
  readonly onKeep?: () => void;
}

export function LeaveDialog({ text, onStay, onDiscard, onKeep }: DialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onStay}
      title={t('leave.title')}
      size={440}
      zIndex={400}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <p className="dialog-text">{text}</p>
      <div className="dialog-actions" data-testid="leave-dialog">
        <button type="button" className="btn danger" onClick={onDiscard} data-testid="leave-discard">
          {t('leave.discard')}
        </button>
        {onKeep ? (
          <button type="button" className="btn" onClick={onKeep} data-testid="leave-keep">
            {t('leave.keep')}
          </button>
        ) : null}
        <button type="button" className="btn primary" onClick={onStay} data-autofocus data-testid="leave-stay">
          {t('leave.stay')}
        </button>
      </div>
    </Modal>
  );
}
