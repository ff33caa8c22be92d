import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../../ui/Icon';
import { setMeta } from './operations';
import { numberOf, textOf, TRANSPARENT, WHITE, widthOf } from './tree';
import { useEditing } from './EditContext';

export const Tool = (props: {
  readonly label: string;
  readonly icon: IconName;
  readonly onClick: () => void;
  readonly pressed?: boolean;
  readonly testId?: string;
}) => (
  <button
    type="button"
    className="edit-tool"
    aria-label={props.label}
    title={props.label}
    aria-pressed={props.pressed}
    data-testid={props.testId}
    onClick={props.onClick}
  >
    <Icon name={props.icon} size={14} />
  </button>
);

/** What can be done with a node: move (also by keys), its own things, delete. */
export function Tools({ id, children, place }: { id: string; children?: ReactNode; place: 'beside' | 'over' }) {
  const { t } = useTranslation();
  const { tree, beginPointer, beginKeys, remove, resize, nameOf } = useEditing();
  const name = nameOf(id);
  const sizes: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
  };
  return (
    <div className={`edit-tools ${place}`} role="group" aria-label={t('board.toolsOf', { name })}>
      <button
        type="button"
        className="edit-tool edit-handle"
        aria-label={t('board.move', { name })}
        title={t('board.moveHint')}
        aria-describedby="board-move-hint"
        data-handle={id}
        data-testid="edit-handle"
        onPointerDown={(event) => beginPointer(event, { kind: 'node', id }, name)}
        onKeyDown={(event) => {
          const size = event.shiftKey ? sizes[event.key] : undefined;
          if (size) {
            const [wider, higher] = size;
            resize(id, {
              ...(wider ? { width: widthOf(tree, id) + wider } : {}),
              ...(higher ? { height: numberOf(tree, id, 'height', 50) + higher } : {}),
            });
          } else if (event.key === 'Enter' || event.key === ' ') beginKeys({ kind: 'node', id }, name);
          else if (event.key === 'Delete') remove(id);
          else return;
          event.preventDefault();
        }}
      >
        <Icon name="grip" size={14} />
      </button>
      {children}
      <Tool label={t('board.remove', { name })} icon="trash" onClick={() => remove(id)} testId="edit-remove" />
    </div>
  );
}

export function BackgroundTool({ id }: { id: string }) {
  const { t } = useTranslation();
  const { tree, apply } = useEditing();
  const white = textOf(tree, id, 'background') === WHITE;
  return (
    <Tool
      label={t('board.white')}
      icon="fill"
      pressed={white}
      testId="edit-background"
      onClick={() => apply((old) => setMeta(old, id, { background: white ? TRANSPARENT : WHITE }))}
    />
  );
}
