import './tables.css';

interface Props {
  readonly id: string;
  readonly value: unknown;
  readonly onChange: (value: string) => void;
}

/** Text over several lines, in the letters of code. Tab moves on, as everywhere. */
export function TemplateField({ id, value, onChange }: Props) {
  const text = typeof value === 'string' ? value : '';
  const rows = Math.max(4, Math.min(18, text.split('\n').length + 1));
  return (
    <textarea
      id={id}
      className="input code template"
      spellCheck={false}
      autoCapitalize="off"
      wrap="off"
      rows={rows}
      value={text}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
