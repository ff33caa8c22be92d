import { Icon } from './Icon';

interface Props {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label: string;
  /** The page's own search takes the `/` key. */
  readonly main?: boolean;
}

export const SearchField = ({ value, onChange, label, main = false }: Props) => (
  <label className="search">
    <Icon name="search" />
    <input
      className="input"
      type="search"
      value={value}
      placeholder={label}
      aria-label={label}
      data-search={main ? 'main' : undefined}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
    {main ? <kbd aria-hidden="true">/</kbd> : null}
  </label>
);
