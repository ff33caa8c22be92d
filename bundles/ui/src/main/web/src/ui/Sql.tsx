import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon';
import { highlight } from './highlight';
import { say } from './toast';

export function Sql({ text }: { text: string }) {
  const { t } = useTranslation();
  const parts = useMemo(() => highlight(text), [text]);
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => say(t('sql.copied')),
      () => say(t('sql.notCopied'), 'bad'),
    );
  return (
    <div className="sql-box">
      <button type="button" className="btn small sql-copy" onClick={copy}>
        <Icon name="copy" size={14} />
        {t('sql.copy')}
      </button>
      <pre className="sql scroll" data-testid="sql" tabIndex={0}>
        {parts.map((part, index) =>
          part.kind ? (
            <span key={index} className={part.kind}>
              {part.text}
            </span>
          ) : (
            part.text
          ),
        )}
      </pre>
    </div>
  );
}
