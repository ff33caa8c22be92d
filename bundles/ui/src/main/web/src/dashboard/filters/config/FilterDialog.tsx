import { Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import type { Dashboard, DashboardChart } from '../../../api/types';
import { useFailureText } from '../../../ui/failure';
import { Icon } from '../../../ui/Icon';
import { say } from '../../../ui/toast';
import { list, object, readItem, readMetadata, type Raw } from '../model';
import {
  changed,
  copied,
  difference,
  idOf,
  moved,
  newDivider,
  newFilter,
  possibleParents,
  problemOf,
  removed,
  type Draft,
} from './draft';
import { TextField } from './fields';
import { FilterForm, useDashboardDatasets } from './FilterForm';
import { scopeTree } from './scopeTree';
import './config.css';

interface Props {
  readonly dashboard: Dashboard;
  readonly charts: readonly DashboardChart[];
  readonly onClose: () => void;
}

/** All filters of a dashboard: added, copied, ordered, deleted, and what each of them does. */
export default function FilterDialog({ dashboard, charts, onClose }: Props) {
  const { t } = useTranslation();
  const words = useFailureText();
  const client = useQueryClient();
  const before = useMemo<Draft>(
    () =>
      list(readMetadata(dashboard.json_metadata)['native_filter_configuration'])
        .map(object)
        .filter((one) => one['id']),
    [dashboard.json_metadata],
  );
  const datasets = useDashboardDatasets(dashboard.id);
  const [draft, setDraft] = useState<Draft>(before);
  const [undo, setUndo] = useState<{ readonly draft: Draft; readonly name: string }>();
  const [open, setOpen] = useState<string | undefined>(before[0] ? idOf(before[0]) : undefined);
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const tree = useMemo(() => scopeTree(dashboard.position_json, charts), [dashboard.position_json, charts]);
  const current = draft.find((one) => idOf(one) === open);
  const item = current ? readItem(current) : undefined;
  const change = (patch: Raw) => open !== undefined && setDraft((now) => changed(now, open, patch));

  const add = (raw: Raw) => {
    setDraft((now) => [...now, raw]);
    setOpen(idOf(raw));
  };
  const remove = (raw: Raw) => {
    setUndo({ draft, name: nameOf(raw) });
    const next = removed(draft, idOf(raw));
    setDraft(next);
    if (open === idOf(raw)) setOpen(next[0] ? idOf(next[0]) : undefined);
  };
  const nameOf = (raw: Raw) => String(raw['name'] ?? raw['title'] ?? '') || t('filters.config.unnamed');
  const save = async () => {
    setTried(true);
    const wrong = draft.find(problemOf);
    if (wrong) {
      setOpen(idOf(wrong));
      return;
    }
    const told = difference(before, draft);
    if (!told) {
      onClose();
      return;
    }
    setSaving(true);
    try {
      await api(`/api/v1/dashboard/${dashboard.id}/filters`, { method: 'PUT', body: told });
      await client.invalidateQueries({ queryKey: ['dashboard'] });
      say(t('filters.config.saved'));
      onClose();
    } catch (cause) {
      setFailure(cause);
      setSaving(false);
    }
  };
  const firstDataset = datasets.data?.[0]?.id;
  const problem = current && tried ? problemOf(current) : undefined;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('filters.config.title')}
      size={980}
      zIndex={300}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <div className="filter-config" data-testid="filter-dialog">
        <nav aria-label={t('filters.config.list')}>
          <ItemList
            draft={draft}
            open={open}
            nameOf={nameOf}
            tried={tried}
            onOpen={setOpen}
            onMove={(id, to) => setDraft((now) => moved(now, id, to))}
            onCopy={(id) => {
              const copy = copied(draft, id, (name) => t('filters.config.copyOf', { name }));
              setDraft(copy.draft);
              setOpen(copy.id);
            }}
            onRemove={remove}
          />
          {undo ? (
            <p className="undo-note" role="status">
              {t('filters.config.deleted', { name: undo.name })}{' '}
              <button
                type="button"
                className="btn small"
                data-testid="filter-undo"
                onClick={() => {
                  setDraft(undo.draft);
                  setUndo(undefined);
                }}
              >
                {t('action.undo')}
              </button>
            </p>
          ) : null}
          <div className="config-adds">
            <button
              type="button"
              className="btn small"
              data-testid="filter-add"
              onClick={() => add(newFilter('', 'filter_select', firstDataset))}
            >
              <Icon name="filter" size={14} />
              {t('filters.config.add')}
            </button>
            <button
              type="button"
              className="btn small ghost"
              data-testid="divider-add"
              onClick={() => add(newDivider(''))}
            >
              {t('filters.config.addDivider')}
            </button>
          </div>
        </nav>
        <div className="config-editor">
          {item?.kind === 'filter' ? (
            <FilterForm
              key={item.id}
              filter={item}
              parents={possibleParents(draft, item.id)}
              tree={tree}
              dashboardId={dashboard.id}
              problem={problem}
              onChange={change}
            />
          ) : item ? (
            <div className="filter-form" key={item.id}>
              <TextField
                label={t('filters.config.dividerTitle')}
                value={item.name}
                invalid={problem === 'name'}
                testId="divider-title"
                onChange={(title) => change({ title })}
              />
              <TextField
                label={t('filters.config.description')}
                value={item.description}
                testId="divider-description"
                onChange={(description) => change({ description })}
              />
            </div>
          ) : current ? (
            <p className="muted">{t('filters.config.unknown')}</p>
          ) : (
            <p className="muted config-empty">{t('filters.config.empty')}</p>
          )}
        </div>
      </div>
      <div className="dialog-actions">
        {problem ? (
          <span className="problem" role="alert">
            {t(`filters.config.problems.${problem}`)}
          </span>
        ) : failure ? (
          <span className="problem" role="alert">
            {words(failure).title} {words(failure).text}
          </span>
        ) : null}
        <button type="button" className="btn" onClick={onClose}>
          {t('action.cancel')}
        </button>
        <button
          type="button"
          className="btn primary"
          disabled={saving}
          data-testid="filters-save"
          onClick={() => void save()}
        >
          {t('action.save')}
        </button>
      </div>
    </Modal>
  );
}

interface ListProps {
  readonly draft: Draft;
  readonly open: string | undefined;
  readonly tried: boolean;
  readonly nameOf: (raw: Raw) => string;
  readonly onOpen: (id: string) => void;
  readonly onMove: (id: string, to: number) => void;
  readonly onCopy: (id: string) => void;
  readonly onRemove: (raw: Raw) => void;
}

/** Ordered by dragging, or by Alt with the arrow keys. */
function ItemList({ draft, open, tried, nameOf, onOpen, onMove, onCopy, onRemove }: ListProps) {
  const { t } = useTranslation();
  const [dragged, setDragged] = useState<string>();
  const onKey = (event: KeyboardEvent, id: string, at: number) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (!step || !event.altKey) return;
    event.preventDefault();
    onMove(id, at + step);
  };
  return (
    <ol className="config-items" data-testid="filter-list">
      {draft.map((raw, at) => {
        const id = idOf(raw);
        return (
          <li
            key={id}
            className={[
              id === open ? 'on' : '',
              id === dragged ? ' dragged' : '',
              raw['type'] === 'DIVIDER' ? ' divider' : '',
            ].join('')}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              setDragged(id);
            }}
            onDragOver={(event) => {
              if (dragged === undefined) return;
              event.preventDefault();
              if (dragged !== id) onMove(dragged, at);
            }}
            onDrop={(event) => event.preventDefault()}
            onDragEnd={() => setDragged(undefined)}
          >
            <button
              type="button"
              className="config-item"
              aria-current={id === open || undefined}
              aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
              title={t('filters.config.moveHint')}
              onClick={() => onOpen(id)}
              onKeyDown={(event) => onKey(event, id, at)}
            >
              <span className="clipped">{nameOf(raw)}</span>
              {tried && problemOf(raw) ? <Icon name="alert" size={13} /> : null}
            </button>
            <button
              type="button"
              className="hint-button"
              aria-label={t('filters.config.copy', { name: nameOf(raw) })}
              title={t('filters.config.copyShort')}
              onClick={() => onCopy(id)}
            >
              <Icon name="copy" size={13} />
            </button>
            <button
              type="button"
              className="hint-button"
              aria-label={t('filters.config.delete', { name: nameOf(raw) })}
              title={t('filters.config.deleteShort')}
              onClick={() => onRemove(raw)}
            >
              <Icon name="trash" size={13} />
            </button>
          </li>
        );
      })}
    </ol>
  );
}
