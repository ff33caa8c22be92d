import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon';
import { useEditing } from './EditContext';
import { Inside, Vacant } from './EditNode';
import { addTab, drop, setMeta } from './operations';
import { Tool, Tools } from './Tools';
import { childrenOf, textOf, typeOf } from './tree';

/** Tabs that can be named, put in order, added and taken out; the open one is edited below them. */
export function EditTabs({ id, moving }: { id: string; moving: string }) {
  const { t } = useTranslation();
  const { tree, apply, openTabs, openTab, beginPointer, beginKeys, remove, nameOf, carry } = useEditing();
  const [naming, setNaming] = useState<string>();
  const tabs = childrenOf(tree, id).filter((tab) => typeOf(tree, tab) === 'TAB');
  const chosen = tabs.find((tab) => tab === openTabs[id]) ?? tabs[0];
  const focusOn = (tab: string | undefined) => {
    if (tab === undefined) return;
    openTab(id, tab);
    document.querySelector<HTMLElement>(`[data-tab="${CSS.escape(tab)}"]`)?.focus();
  };
  const onKey = (event: KeyboardEvent, tab: string) => {
    const at = tabs.indexOf(tab);
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step && event.altKey) {
      const index = step > 0 ? at + 2 : at - 1;
      if (index >= 0) apply((old) => drop(old, { kind: 'node', id: tab }, { parent: id, index })[0]);
    } else if (step) focusOn(tabs[(at + step + tabs.length) % tabs.length]);
    else if (event.key === 'F2') setNaming(tab);
    else if (event.key === 'Delete') remove(tab);
    else if (event.key === ' ') beginKeys({ kind: 'node', id: tab }, nameOf(tab));
    else return;
    event.preventDefault();
  };
  return (
    <div className={`edit-node edit-tabs${moving}`} data-node={id} data-testid="edit-tabs">
      <Tools id={id} place="beside" />
      <div className="tabs edit-tablist">
        <div role="tablist" aria-label={t('dashboard.tabs')}>
          {tabs.map((tab) => (
            <button
              key={tab}
              type="button"
              role="tab"
              id={`edit-${tab}`}
              data-tab={tab}
              aria-selected={tab === chosen}
              aria-controls={`edit-${id}-panel`}
              aria-describedby="board-tab-hint"
              tabIndex={tab === chosen ? 0 : -1}
              className={carry?.carried.kind === 'node' && carry.carried.id === tab ? 'moving' : undefined}
              onClick={() => openTab(id, tab)}
              onDoubleClick={() => setNaming(tab)}
              onKeyDown={(event) => onKey(event, tab)}
              onPointerDown={(event) => beginPointer(event, { kind: 'node', id: tab }, nameOf(tab))}
            >
              {nameOf(tab)}
            </button>
          ))}
        </div>
        {chosen === undefined ? null : (
          <>
            <Tool
              label={t('board.rename', { name: nameOf(chosen) })}
              icon="edit"
              testId="tab-rename"
              onClick={() => setNaming(chosen)}
            />
            <Tool
              label={t('board.remove', { name: nameOf(chosen) })}
              icon="trash"
              testId="tab-remove"
              onClick={() => remove(chosen)}
            />
          </>
        )}
        <button
          type="button"
          className="btn ghost small"
          data-testid="tab-add"
          onClick={() => {
            const [next, tab] = addTab(tree, id);
            apply(() => next);
            if (tab !== undefined) openTab(id, tab);
          }}
        >
          <Icon name="plus" size={13} />
          {t('board.addTab')}
        </button>
      </div>
      {naming !== undefined && tabs.includes(naming) ? (
        <form
          className="edit-naming"
          onSubmit={(event) => {
            event.preventDefault();
            setNaming(undefined);
          }}
        >
          <input
            className="input"
            aria-label={t('board.tabName')}
            autoFocus
            data-testid="tab-name"
            value={textOf(tree, naming, 'text')}
            placeholder={textOf(tree, naming, 'defaultText')}
            onBlur={() => setNaming(undefined)}
            onKeyDown={(event) => event.key === 'Escape' && setNaming(undefined)}
            onChange={(event) => {
              const { value } = event.currentTarget;
              apply((old) => setMeta(old, naming, { text: value }), `text ${naming}`);
            }}
          />
        </form>
      ) : null}
      <div role="tabpanel" id={`edit-${id}-panel`} aria-labelledby={chosen ? `edit-${chosen}` : undefined}>
        {chosen === undefined ? null : (
          <div className="tile-panel edit-panel" data-node={chosen}>
            <Inside id={chosen} />
            {childrenOf(tree, chosen).length === 0 ? <Vacant /> : null}
          </div>
        )}
      </div>
    </div>
  );
}
