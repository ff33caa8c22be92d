import { useState } from 'react';
import { readList } from './shapes';

interface Props {
  readonly id: string;
  readonly value: unknown;
  readonly onChange: (value: readonly (string | number)[]) => void;
}

/** A list as it is typed: what stands between commas. */
export function ListField({ id, value, onChange }: Props) {
  const given = (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]).map(String);
  const [text, setText] = useState(() => given.join(', '));
  const shown = readList(text).map(String).join() === given.join() ? text : given.join(', ');
  return (
    <input
      id={id}
      className="input"
      value={shown}
      placeholder="10, 20, 50"
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(readList(event.currentTarget.value));
      }}
    />
  );
}
