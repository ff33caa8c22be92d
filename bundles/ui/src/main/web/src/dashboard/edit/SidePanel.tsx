import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../../ui/Icon';
import { Tabs } from '../../ui/Tabs';
import { ChartShelf } from './ChartShelf';
import { useEditing } from './EditContext';
import type { Carried } from './rules';

const elements: readonly (readonly [string, IconName])[] = [
  ['TABS', 'tabs'],
  ['ROW', 'row'],
  ['COLUMN', 'column'],
  ['HEADER', 'heading'],
  ['MARKDOWN', 'text'],
  ['DIVIDER', 'divider'],
];

interface Props {
  readonly onAdd: (carried: Carried) => void;
  readonly onTopTabs: (() => void) | undefined;
}

/** What can be put on the dashboard: dragged, or by a click (Enter) to the end of what is in view. */
export function SidePanel({ onAdd, onTopTabs }: Props) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<'charts' | 'elements'>('charts');
  return (
    <aside className="edit-side" aria-label={t('board.side')} data-testid="edit-side">
      <Tabs
        label={t('board.side')}
        items={[
          { key: 'charts', title: t('board.charts') },
          { key: 'elements', title: t('board.elements') },
        ]}
        value={tab}
        onChange={setTab}
        panelClassName="edit-side-panel"
        panel={tab === 'charts' ? <ChartShelf onAdd={onAdd} /> : <Elements onAdd={onAdd} onTopTabs={onTopTabs} />}
      />
    </aside>
  );
}

function Elements({ onAdd, onTopTabs }: Props) {
  const { t } = useTranslation();
  const { beginPointer, beginKeys } = useEditing();
  return (
    <ul className="edit-shelf">
      {elements.map(([type, icon]) => {
        const carried: Carried = { kind: 'new', type };
        const name = t(`board.kind.${type}`);
        return (
          <li key={type}>
            <button
              type="button"
              data-testid={`element-${type}`}
              aria-describedby="board-shelf-hint"
              onPointerDown={(event) => beginPointer(event, carried, name)}
              onClick={() => onAdd(carried)}
              onKeyDown={(event) => {
                if (event.key !== ' ') return;
                event.preventDefault();
                beginKeys(carried, name);
              }}
            >
              <Icon name={icon} />
              <span>
                {name}
                <em>{t(`board.about.${type}`)}</em>
              </span>
            </button>
          </li>
        );
      })}
      {onTopTabs ? (
        <li>
          <button type="button" data-testid="element-top-tabs" onClick={onTopTabs}>
            <Icon name="tabs" />
            <span>
              {t('board.topTabs')}
              <em>{t('board.about.topTabs')}</em>
            </span>
          </button>
        </li>
      ) : null}
    </ul>
  );
}
