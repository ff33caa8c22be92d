import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { copyText } from '../../explore/copyText';
import { Icon } from '../Icon';
import { count } from '../time';
import { say } from '../toast';
import { plainText, prettyJson } from './show';
import type { GridPlace } from './types';
import type { GridState } from './useGrid';

interface Props {
  readonly grid: GridState;
  readonly at: GridPlace;
  readonly onGo: (at: GridPlace) => void;
  readonly onClose: () => void;
}

/** One cell whole, JSON laid out; the arrow keys turn to its neighbours. */
export function CellViewer({ grid, at, onGo, onClose }: Props) {
  const { t } = useTranslation();
  const { name = '', type } = grid.data.columns[grid.columns[at.column]?.column ?? -1] ?? {};
  const value = grid.valueAt(at);
  const json = prettyJson(value);
  const text = json ?? plainText(value);
  const turn = (rows: number, columns: number) => {
    const next = { row: at.row + rows, column: at.column + columns };
    if (next.row < 0 || next.row >= grid.rows.length || next.column < 0 || next.column >= grid.columns.length) return;
    grid.go(next);
    onGo(next);
  };
  const copy = async () => say((await copyText(text)) ? t('grid.copied') : t('sql.notCopied'));
  return (
    <Modal
      opened
      onClose={onClose}
      title={name}
      size={640}
      zIndex={400}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <div
        className="cell-viewer"
        data-testid="cell-viewer"
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') turn(1, 0);
          else if (event.key === 'ArrowUp') turn(-1, 0);
          else if (event.key === 'ArrowRight') turn(0, 1);
          else if (event.key === 'ArrowLeft') turn(0, -1);
          else return;
          event.preventDefault();
        }}
      >
        <div className="cell-facts">
          <span className="badge">{json ? 'JSON' : (type ?? t('grid.text'))}</span>
          <span className="muted">{t('grid.rowOf', { row: count(at.row + 1), rows: count(grid.rows.length) })}</span>
          {value === null ? null : (
            <span className="muted">{t('grid.letters', { count: text.length, shown: count(text.length) })}</span>
          )}
          <span className="grow" />
          <button
            type="button"
            className="btn small icon-only"
            aria-label={t('grid.above')}
            onClick={() => turn(-1, 0)}
          >
            <Icon name="up" size={14} />
          </button>
          <button type="button" className="btn small icon-only" aria-label={t('grid.below')} onClick={() => turn(1, 0)}>
            <Icon name="down" size={14} />
          </button>
          <button type="button" className="btn small" onClick={() => void copy()} data-autofocus>
            <Icon name="copy" size={14} />
            {t('sql.copy')}
          </button>
        </div>
        <pre className={value === null ? 'scroll none' : 'scroll'} tabIndex={0}>
          {value === null ? 'NULL' : text}
        </pre>
      </div>
    </Modal>
  );
}
