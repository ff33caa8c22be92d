import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseMetadata, refreshChoices, withSetting } from './metadata';
import type { PartProps } from './PropertiesDialog';

/** How often it refreshes itself, and all its settings as JSON. */
export function AdvancedPart({ value, set, invalid }: PartProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(() => JSON.stringify(value.metadata, null, 2));
  const read = parseMetadata(text);
  const problem = 'problem' in read && typeof read.problem === 'string' ? read.problem : undefined;
  const frequency = Number(value.metadata['refresh_frequency'] ?? 0);
  const write = (next: string) => {
    setText(next);
    const parsed = parseMetadata(next);
    const wrong = 'problem' in parsed && typeof parsed.problem === 'string' ? parsed.problem : undefined;
    invalid(wrong);
    if (wrong === undefined) set({ metadata: parsed });
  };
  return (
    <>
      <div className="field">
        <label htmlFor="board-refresh">{t('board.field.refresh_frequency')}</label>
        <select
          id="board-refresh"
          className="input"
          value={frequency}
          disabled={problem !== undefined}
          onChange={(event) => {
            const metadata = withSetting(value.metadata, 'refresh_frequency', Number(event.currentTarget.value));
            set({ metadata });
            setText(JSON.stringify(metadata, null, 2));
          }}
        >
          {[...new Set<number>([...refreshChoices, frequency])].map((seconds) => (
            <option key={seconds} value={seconds}>
              {seconds === 0
                ? t('board.never')
                : seconds < 60
                  ? t('board.seconds', { count: seconds })
                  : seconds < 3600
                    ? t('board.minutes', { count: seconds / 60 })
                    : t('board.hours', { count: seconds / 3600 })}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="board-metadata">{t('board.field.json_metadata')}</label>
        <textarea
          id="board-metadata"
          className="input code"
          rows={16}
          spellCheck={false}
          aria-invalid={problem !== undefined}
          aria-describedby={problem === undefined ? undefined : 'board-metadata-problem'}
          value={text}
          onChange={(event) => write(event.currentTarget.value)}
        />
        {problem === undefined ? (
          <span className="hint">{t('board.metadataHint')}</span>
        ) : (
          <p id="board-metadata-problem" className="problem" role="alert">
            {problem === 'object' ? t('board.metadataObject') : t('board.metadataWrong', { problem })}
          </p>
        )}
      </div>
    </>
  );
}
