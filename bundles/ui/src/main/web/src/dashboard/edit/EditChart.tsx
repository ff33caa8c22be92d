import { Popover } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartCard } from '../ChartCard';
import { useDashboardState } from '../context';
import { Borders } from './Borders';
import { useEditing } from './EditContext';
import { setMeta } from './operations';
import { Tool, Tools } from './Tools';
import { chartIdOf, numberOf, textOf, UNIT, widthOf } from './tree';

/** A chart as readers will see it, under a sheet that takes the pointer: dragging it anywhere moves it. */
export function EditChart({ id, moving }: { id: string; moving: string }) {
  const { t } = useTranslation();
  const { tree, beginPointer, nameOf } = useEditing();
  const { charts } = useDashboardState();
  const chartId = chartIdOf(tree, id) ?? 0;
  const height = numberOf(tree, id, 'height', 50) * UNIT;
  const own = charts.get(chartId)?.slice_name ?? textOf(tree, id, 'sliceName');
  const title = textOf(tree, id, 'sliceNameOverride') || own || undefined;
  const width = widthOf(tree, id);
  return (
    <div
      className={`edit-node edit-chart${moving}`}
      data-node={id}
      data-testid="edit-chart"
      style={{ gridColumn: `span ${width}`, minHeight: height }}
    >
      <Tools id={id} place="over">
        <TitleTool id={id} own={own} />
      </Tools>
      <div className="edit-content" inert>
        <ChartCard tile={{ kind: 'chart', id, chartId, title, width: 1, height }} />
      </div>
      <div
        className="edit-sheet"
        aria-hidden="true"
        title={t('board.moveHint')}
        onPointerDown={(event) => beginPointer(event, { kind: 'node', id }, nameOf(id))}
      />
      <Borders id={id} high />
    </div>
  );
}

/** What the chart is called here and nowhere else. */
function TitleTool({ id, own }: { id: string; own: string }) {
  const { t } = useTranslation();
  const { tree, apply } = useEditing();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      withRoles={false}
      trapFocus
      returnFocus
      transitionProps={{ duration: 100 }}
      zIndex={210}
    >
      <Popover.Target>
        <span>
          <Tool
            label={t('board.titleHere')}
            icon="edit"
            testId="edit-title-here"
            onClick={() => setOpen((now) => !now)}
          />
        </span>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          className="field edit-title-form"
          onSubmit={(event) => {
            event.preventDefault();
            setOpen(false);
          }}
        >
          <label htmlFor={`title-${id}`}>{t('board.titleHere')}</label>
          <input
            id={`title-${id}`}
            className="input"
            data-autofocus
            value={textOf(tree, id, 'sliceNameOverride')}
            placeholder={own}
            onChange={(event) => {
              const { value } = event.currentTarget;
              apply((old) => setMeta(old, id, { sliceNameOverride: value }), `title ${id}`);
            }}
          />
          <span className="hint">{t('board.titleHint')}</span>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
