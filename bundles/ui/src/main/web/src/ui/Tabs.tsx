import { useId, type KeyboardEvent, type ReactNode } from 'react';

export interface TabItem<K extends string> {
  readonly key: K;
  readonly title: ReactNode;
}

interface Props<K extends string> {
  readonly items: readonly TabItem<K>[];
  readonly value: K;
  readonly onChange: (key: K) => void;
  readonly label: string;
  readonly panel: ReactNode;
  readonly className?: string;
  readonly panelClassName?: string;
  /** Behind the tabs, in their line. */
  readonly beside?: ReactNode;
}

/** Tabs with the arrow keys of the ARIA pattern; only the chosen panel exists. */
export function Tabs<K extends string>({
  items,
  value,
  onChange,
  label,
  panel,
  className = '',
  panelClassName,
  beside,
}: Props<K>) {
  const id = useId();
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = items[(items.findIndex((item) => item.key === value) + step + items.length) % items.length];
    if (!step || !next) return;
    event.preventDefault();
    onChange(next.key);
    event.currentTarget.querySelector<HTMLElement>(`[data-key="${CSS.escape(next.key)}"]`)?.focus();
  };
  return (
    <>
      <TabLine className={className} label={label} onKeyDown={move} beside={beside}>
        {items.map((item) => (
          <button
            key={item.key}
            type="button"
            role="tab"
            id={`${id}-${item.key}`}
            data-key={item.key}
            aria-selected={item.key === value}
            aria-controls={`${id}-panel`}
            tabIndex={item.key === value ? 0 : -1}
            onClick={() => onChange(item.key)}
          >
            {item.title}
          </button>
        ))}
      </TabLine>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`} className={panelClassName}>
        {panel}
      </div>
    </>
  );
}

interface LineProps {
  readonly className: string;
  readonly label: string;
  readonly onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => void;
  readonly beside: ReactNode;
  readonly children: ReactNode;
}

/** A list of tabs holds tabs alone: what stands beside them needs a line around both. */
function TabLine({ className, label, onKeyDown, beside, children }: LineProps) {
  if (!beside) {
    return (
      <div className={`tabs ${className}`} role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {children}
      </div>
    );
  }
  return (
    <div className={`tabs ${className}`}>
      <div className="tab-line" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {children}
      </div>
      {beside}
    </div>
  );
}
