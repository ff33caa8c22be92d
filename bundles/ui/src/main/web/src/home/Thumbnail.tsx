import { useState, type ReactNode } from 'react';
import { useMode } from '../style/theme';

interface Props {
  readonly url: string | null | undefined;
  /** What is shown where there is no picture, or none to be had. */
  readonly otherwise: ReactNode;
}

/** The picture the server drew, in the page's theme: fetched when it is near, a skeleton until it is there. */
export function Thumbnail({ url, otherwise }: Props) {
  const mode = useMode();
  const [settled, setSettled] = useState<{ readonly source: string; readonly drawn: boolean }>();
  if (!url) return otherwise;
  const source = `${url}?theme=${mode}`;
  const state = settled?.source === source ? settled : undefined;
  if (state?.drawn === false) return otherwise;
  return (
    <div className="thumbnail" aria-hidden="true" data-testid="thumbnail" data-drawn={state?.drawn ?? false}>
      {state ? null : <div className="skeleton" />}
      <img
        key={source}
        src={source}
        alt=""
        loading="lazy"
        decoding="async"
        onLoad={() => setSettled({ source, drawn: true })}
        onError={() => setSettled({ source, drawn: false })}
      />
    </div>
  );
}
