import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon';
import './colorScheme.css';

interface Props {
  readonly id: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

const two = (part: unknown) =>
  Math.round(Number(part) || 0)
    .toString(16)
    .padStart(2, '0');

/** As the browser's own field wants it; form data holds Superset's {r, g, b, a}, or #rrggbb. */
export function hexOf(value: unknown): string | undefined {
  if (typeof value === 'string') return /^#[0-9a-f]{6}$/i.test(value) ? value : undefined;
  if (value === null || typeof value !== 'object') return undefined;
  const { r, g, b } = value as Record<string, unknown>;
  return [r, g, b].every((part) => Number.isFinite(Number(part ?? NaN))) ? `#${two(r)}${two(g)}${two(b)}` : undefined;
}

export function colorOf(hex: string, old: unknown): { r: number; g: number; b: number; a: number } {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  const alpha = old !== null && typeof old === 'object' ? Number((old as Record<string, unknown>)['a'] ?? 1) : 1;
  return { r, g, b, a: Number.isFinite(alpha) ? alpha : 1 };
}

/** One colour; without one the chart takes its own. */
export function ColorField({ id, value, onChange }: Props) {
  const { t } = useTranslation();
  const hex = hexOf(value);
  return (
    <span className="color-field">
      <input
        id={id}
        type="color"
        value={hex ?? '#888888'}
        data-unset={hex ? undefined : true}
        onChange={(event) => onChange(colorOf(event.currentTarget.value, value))}
      />
      <span className="muted">{hex ?? t('explore.scheme.ownColor')}</span>
      {hex ? (
        <button
          type="button"
          className="pill-out"
          aria-label={t('explore.scheme.noColor')}
          onClick={() => onChange(undefined)}
        >
          <Icon name="close" size={11} />
        </button>
      ) : null}
    </span>
  );
}
