import { useSyncExternalStore } from 'react';
import './toast.css';

/** What the reader may still do about it, for a while. */
interface Action {
  readonly label: string;
  readonly run: () => void;
  readonly lasting: number;
}

interface Toast {
  readonly id: number;
  readonly text: string;
  readonly kind: 'good' | 'bad';
  readonly action?: Action | undefined;
}

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

const set = (next: readonly Toast[]) => {
  toasts = next;
  listeners.forEach((listener) => listener());
};

/** A short word about what was just done; bad news stays longer. */
export function say(text: string, kind: Toast['kind'] = 'good', action?: Action) {
  const id = nextId++;
  set([...toasts.slice(-2), { id, text, kind, action }]);
  setTimeout(() => dismiss(id), action?.lasting ?? (kind === 'good' ? 3500 : 9000));
}

const dismiss = (id: number) => set(toasts.filter((toast) => toast.id !== id));

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const Toasts = () => (
  <div className="toasts" role="status" aria-live="polite">
    {useSyncExternalStore(subscribe, () => toasts).map(({ id, text, kind, action }) => (
      <div key={id} className={`toast ${kind}`}>
        {text}
        {action ? (
          <button
            type="button"
            onClick={() => {
              action.run();
              dismiss(id);
            }}
          >
            {action.label}
          </button>
        ) : null}
      </div>
    ))}
  </div>
);
