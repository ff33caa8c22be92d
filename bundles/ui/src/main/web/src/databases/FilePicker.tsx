import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/Icon';
import { count } from '../ui/time';

interface Props {
  readonly file: File | undefined;
  readonly onTake: (file: File) => void;
  /** Endings of names, as the browser wants them. */
  readonly accept?: string;
  readonly prompt?: string;
}

export function FilePicker({ file, onTake, accept = '.csv,.tsv,.txt,.xlsx,.parquet', prompt }: Props) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const first = files?.[0];
    if (first) onTake(first);
  };
  return (
    <div
      className={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <Icon name="upload" size={18} />
      <span className="grow">
        {file ? (
          <>
            <b>{file.name}</b>{' '}
            <span className="muted">{t('upload.size', { size: count(Math.ceil(file.size / 1024)) })}</span>
          </>
        ) : (
          (prompt ?? t('upload.drop'))
        )}
      </span>
      <button type="button" className="btn" data-autofocus onClick={() => input.current?.click()}>
        {t(file ? 'upload.another' : 'upload.choose')}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={t('upload.choose')}
        data-testid="upload-input"
        onChange={(event) => take(event.currentTarget.files)}
      />
    </div>
  );
}
