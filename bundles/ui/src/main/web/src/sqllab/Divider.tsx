import type { KeyboardEvent, PointerEvent } from 'react';

interface Props {
  readonly way: 'row' | 'column';
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

/** A line between two parts that is dragged, or moved by the arrow keys. */
export function Divider({ way, label, value, least, most, onChange }: Props) {
  const put = (next: number) => onChange(Math.round(Math.max(least, Math.min(most, next))));
  // Where pages are read from the right, the start is there.
  const mirrored = way === 'column' && document.documentElement.dir === 'rtl';
  const sign = mirrored ? -1 : 1;
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    event.preventDefault();
    const line = event.currentTarget;
    const start = way === 'column' ? event.clientX : event.clientY;
    line.setPointerCapture(event.pointerId);
    line.onpointermove = (move) => put(value + sign * ((way === 'column' ? move.clientX : move.clientY) - start));
    line.onpointerup = () => {
      line.onpointermove = null;
      line.onpointerup = null;
    };
  };
  const onKey = (event: KeyboardEvent) => {
    const [less, more] = way === 'column' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    const step = event.key === more ? 1 : event.key === less ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    put(value + sign * step * (event.shiftKey ? 60 : 15));
  };
  return (
    <div
      className={`lab-divider ${way}`}
      role="separator"
      tabIndex={0}
      aria-orientation={way === 'column' ? 'vertical' : 'horizontal'}
      aria-label={label}
      aria-valuenow={Math.round(value)}
      aria-valuemin={least}
      aria-valuemax={Math.round(most)}
      onPointerDown={drag}
      onKeyDown={onKey}
    />
  );
}
