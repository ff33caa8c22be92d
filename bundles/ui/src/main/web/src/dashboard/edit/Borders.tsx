import { useRef, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditing } from './EditContext';
import { columnsOf } from './geometry';
import type { Size } from './operations';
import { columnsIn, numberOf, parentOf, UNIT, widthOf } from './tree';

/** The borders of a node that can be dragged: by columns to the side, by units downwards. */
export function Borders({ id, high }: { id: string; high: boolean }) {
  const { t } = useTranslation();
  const { tree, preview, resize, nameOf } = useEditing();
  const size = useRef<Size>({});
  const parent = parentOf(tree, id) ?? '';
  const begin = (event: PointerEvent<HTMLElement>, wide: boolean, tall: boolean) => {
    const node = event.currentTarget.closest<HTMLElement>('[data-node]');
    const row = node?.parentElement?.closest<HTMLElement>('[data-node]');
    if (event.button !== 0 || !node || !row) return;
    event.preventDefault();
    event.stopPropagation();
    const { clientX, clientY } = event;
    const { width, height } = node.getBoundingClientRect();
    const rowWidth = row.getBoundingClientRect().width;
    const columns = columnsIn(tree, parent);
    const onMove = (move: globalThis.PointerEvent) => {
      size.current = {
        ...(wide ? { width: columnsOf(width + move.clientX - clientX, rowWidth, columns) } : {}),
        ...(tall ? { height: Math.round((height + move.clientY - clientY) / UNIT) } : {}),
      };
      preview(id, size.current);
    };
    const onUp = (up: globalThis.PointerEvent) => {
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', onUp);
      preview(id, undefined);
      if (up.type === 'pointerup' && Object.keys(size.current).length > 0) resize(id, size.current);
      size.current = {};
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', onUp);
  };
  const border = (way: 'right' | 'bottom' | 'corner', wide: boolean, tall: boolean) => (
    <span
      key={way}
      className={`edit-border ${way}`}
      data-testid={`edit-border-${way}`}
      aria-hidden="true"
      title={t('board.resizeHint')}
      onPointerDown={(event) => begin(event, wide, tall)}
    />
  );
  const name = nameOf(id);
  return (
    <>
      {border('right', true, false)}
      {high ? [border('bottom', false, true), border('corner', true, true)] : null}
      <span className="hidden-visually">
        {high
          ? t('board.size', { name, width: widthOf(tree, id), height: numberOf(tree, id, 'height', 50) })
          : t('board.width', { name, width: widthOf(tree, id) })}
      </span>
    </>
  );
}
