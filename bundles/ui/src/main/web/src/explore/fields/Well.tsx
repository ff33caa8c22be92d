import { Popover } from '@mantine/core';
import { useId, useState, type DragEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon';
import { useDrag, type Carried, type Drag } from '../drag';
import type { Option } from './PickList';

export { PickList, type Option } from './PickList';

export interface Pill {
  readonly key: string;
  readonly mark?: string | undefined;
  readonly text: string;
  readonly hint?: string | undefined;
  /** What to drag when it is dragged. */
  readonly carries?: Carried;
  /** It names something that is gone: what is wrong, and what could stand in its place. */
  readonly broken?: { readonly message: string; readonly offers: readonly Option[] } | undefined;
}

interface Props {
  readonly id: string;
  /** The control's name; without it nothing can be dropped here. */
  readonly name?: string;
  readonly pills: readonly Pill[];
  readonly placeholder: string;
  /** With room for one, choosing another takes its place. */
  readonly single?: boolean;
  readonly wide?: boolean;
  readonly onRemove: (index: number) => void;
  readonly onMove?: (from: number, to: number) => void;
  readonly onReplace?: (index: number, key: string) => void;
  readonly accepts?: (what: Carried) => boolean;
  /** Takes what was dropped before the pill at an index; tells which pill shall open then. */
  readonly onDropped?: (drag: Drag, at: number) => number | 'new' | undefined;
  /** What opens below to add (no index) or to change the pill at an index. */
  readonly editor: (index: number | undefined, close: () => void) => ReactNode;
}

/** A field that holds things as pills: a click on one changes it, the plus adds one, dragging or Alt with arrows moves it. */
export function Well(props: Props) {
  const { t } = useTranslation();
  const { id, name, pills, placeholder, single = false, accepts } = props;
  const hint = useId();
  const { drag, begin, end } = useDrag();
  const [open, setOpen] = useState<number | 'new' | undefined>();
  const [over, setOver] = useState<number>();
  const close = () => setOpen(undefined);
  const canAdd = !single || pills.length === 0;
  const receptive = drag !== undefined && name !== undefined && (accepts?.(drag.what) ?? false);
  const opened = typeof open === 'number' ? pills[open] : undefined;

  const hover = (event: DragEvent, at: number) => {
    if (!receptive) return;
    event.preventDefault();
    event.stopPropagation();
    event.dataTransfer.dropEffect = drag.from ? 'move' : 'copy';
    setOver(at);
  };
  const drop = (event: DragEvent, at: number) => {
    if (!receptive) return;
    event.preventDefault();
    event.stopPropagation();
    setOver(undefined);
    if (drag.from?.control === name) {
      props.onMove?.(drag.from.index, drag.from.index < at ? at - 1 : at);
      end();
    } else {
      setOpen(props.onDropped?.(drag, single ? 0 : at));
    }
  };
  const placeAt = (event: DragEvent, index: number) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return event.clientX > left + width / 2 ? index + 1 : index;
  };
  const onKey = (event: KeyboardEvent<HTMLElement>, index: number) => {
    const way = /^Arrow(Left|Up)$/.test(event.key) ? -1 : /^Arrow(Right|Down)$/.test(event.key) ? 1 : 0;
    const well = event.currentTarget.closest('.well');
    const focus = (place: number) =>
      setTimeout(() => well?.querySelectorAll<HTMLElement>('.pill-text')[place]?.focus(), 0);
    if (event.altKey && way !== 0 && props.onMove && pills[index + way]) {
      props.onMove(index, index + way);
      focus(index + way);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      props.onRemove(index);
      focus(Math.max(0, index - 1));
    } else return;
    event.preventDefault();
  };

  return (
    <Popover
      opened={open !== undefined}
      onChange={(next) => !next && close()}
      withRoles={false}
      position="bottom-start"
      width={props.wide ? 360 : 300}
      trapFocus
      returnFocus
      closeOnEscape={false}
      hideDetached={false}
      transitionProps={{ duration: 100 }}
      zIndex={150}
    >
      <Popover.Target>
        <div
          className={`well${receptive ? ' receptive' : ''}${over !== undefined && receptive ? ' over' : ''}`}
          onDragOver={(event) => hover(event, pills.length)}
          onDragLeave={() => setOver(undefined)}
          onDrop={(event) => drop(event, pills.length)}
        >
          {pills.map((pill, index) => (
            <span
              key={pill.key}
              className={`pill${pill.broken ? ' broken' : ''}${receptive && over === index ? ' before' : ''}`}
              draggable={pill.carries !== undefined && name !== undefined}
              onDragStart={(event) => {
                if (!pill.carries || name === undefined) return;
                event.dataTransfer.setData('text/plain', pill.text);
                event.dataTransfer.effectAllowed = 'copyMove';
                begin({ what: pill.carries, from: { control: name, index } });
              }}
              onDragEnd={end}
              onDragOver={(event) => hover(event, placeAt(event, index))}
              onDrop={(event) => drop(event, placeAt(event, index))}
            >
              <button
                type="button"
                className="pill-text"
                aria-describedby={hint}
                onClick={() => setOpen(index)}
                onKeyDown={(event) => onKey(event, index)}
                title={pill.broken?.message ?? pill.hint ?? pill.text}
              >
                {pill.broken ? <Icon name="alert" size={12} /> : pill.mark ? <i>{pill.mark}</i> : null}
                <span>{pill.text}</span>
              </button>
              <button
                type="button"
                className="pill-out"
                aria-label={t('explore.remove', { name: pill.text })}
                onClick={() => props.onRemove(index)}
              >
                <Icon name="close" size={11} />
              </button>
            </span>
          ))}
          {canAdd ? (
            <button
              id={id}
              type="button"
              className={pills.length === 0 ? 'well-add wide' : 'well-add'}
              onClick={() => setOpen('new')}
              aria-label={pills.length > 0 ? placeholder : undefined}
            >
              <Icon name="plus" size={13} />
              {pills.length === 0 ? (receptive ? t('explore.dropHere') : placeholder) : null}
            </button>
          ) : null}
          <span id={hint} hidden>
            {props.onMove ? t('explore.pillHint') : t('explore.pillHintFixed')}
          </span>
        </div>
      </Popover.Target>
      <Popover.Dropdown>
        {open === undefined ? null : (
          <div
            onKeyDown={(event) => {
              // Not the Escape that closed a list of completions.
              if (event.key === 'Escape' && !event.defaultPrevented) close();
            }}
          >
            {opened?.broken && typeof open === 'number' ? (
              <div className="replace" role="alert">
                <p>{opened.broken.message}</p>
                {opened.broken.offers.length > 0 ? <span>{t('explore.useInstead')}</span> : null}
                {opened.broken.offers.map((offer) => (
                  <button
                    key={offer.key}
                    type="button"
                    className="chip"
                    onClick={() => {
                      props.onReplace?.(open, offer.key);
                      close();
                    }}
                  >
                    {offer.text}
                  </button>
                ))}
              </div>
            ) : null}
            {props.editor(open === 'new' ? undefined : open, close)}
          </div>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
