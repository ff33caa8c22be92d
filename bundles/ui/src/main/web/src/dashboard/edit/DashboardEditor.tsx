import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Dashboard, DashboardChart } from '../../api/types';
import { useKeys } from '../../app/useKeys';
import { FailureState } from '../../ui/States';
import { Age } from '../../ui/Age';
import { LeaveDialog, useLeaveGuard } from '../../ui/leaveGuard';
import { say } from '../../ui/toast';
import { useUndoKeys } from '../../ui/useUndoKeys';
import { DashboardProvider, useDashboardState } from '../context';
import PropertiesDialog from '../properties/PropertiesDialog';
import { changesBetween, nameOf as plainName } from './changes';
import { ChangeList } from './ChangeList';
import { ConflictDialog } from './ConflictDialog';
import { EditHead } from './EditHead';
import { EditNode } from './EditNode';
import { EditProvider, type Editing } from './EditContext';
import { append, drop, remove, resize, topTabs, withTopTabs, type Size } from './operations';
import { placeOf, type Carried } from './rules';
import SaveAsDialog from './SaveAsDialog';
import { create, Overtaken, readStored, save } from './saving';
import { SidePanel } from './SidePanel';
import { chartIdOf, chartsOf, childrenOf, GRID, reachable, ROOT, typeOf, type Tree } from './tree';
import { useAnnouncer } from './useAnnouncer';
import { useCarry } from './useCarry';
import { baseOf, useEditor } from './useEditor';
import { useLiveCharts } from './useLiveCharts';
import '../versions/versions.css';
import './edit.css';

interface Props {
  readonly dashboard: Dashboard;
  readonly charts: readonly DashboardChart[];
  readonly onLeave: () => void;
}

/** A dashboard while its layout is made. A dashboard without an id is saved for the first time. */
export default function DashboardEditor({ dashboard, charts, onLeave }: Props) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const fresh = dashboard.id === 0;
  const [first] = useState(() => baseOf(dashboard, charts));
  const editor = useEditor(first);
  const { draft, base, dirty, apply } = editor;
  const [sizing, setSizing] = useState<{ readonly id: string; readonly size: Size }>();
  const [openTabs, setOpenTabs] = useState<Readonly<Record<string, string>>>({});
  const [dialog, setDialog] = useState<'saveAs' | 'properties' | 'discard' | undefined>();
  const [lookAtNews, setLookAtNews] = useState(false);
  const [seenVersion, setSeenVersion] = useState(dashboard.version);
  const done = useRef(false);
  const board = useRef<HTMLDivElement>(null);
  const tree = useMemo(() => (sizing ? resize(draft.tree, sizing.id, sizing.size) : draft.tree), [draft.tree, sizing]);
  const live = useLiveCharts(charts, chartsOf(tree));
  const state = useDashboardState();
  const [leaving, stay] = useLeaveGuard(dirty && !done.current);

  const nameOf = useCallback(
    (id: string) => {
      const chart = chartIdOf(draft.tree, id);
      if (typeOf(draft.tree, id) === 'ROW') {
        const rows = reachable(draft.tree).filter((row) => typeOf(draft.tree, row) === 'ROW');
        return t('board.rowNumber', { number: rows.indexOf(id) + 1 });
      }
      return (
        plainName(draft.tree, id) ||
        (chart ? live.get(chart)?.slice_name : '') ||
        t(`board.kind.${typeOf(draft.tree, id)}`)
      );
    },
    [draft.tree, live, t],
  );
  const announcer = useAnnouncer(draft.tree, nameOf);
  const openTab = useCallback(
    (tabs: string, tab: string) => setOpenTabs((old) => (old[tabs] === tab ? old : { ...old, [tabs]: tab })),
    [],
  );
  const focusOn = (id: string | undefined) =>
    setTimeout(() => {
      if (id === undefined) return;
      const found = [`[data-handle="${CSS.escape(id)}"]`, `[data-tab="${CSS.escape(id)}"]`]
        .map((selector) => document.querySelector<HTMLElement>(selector))
        .find(Boolean);
      found?.focus({ preventScroll: true });
      found?.closest('[data-node]')?.scrollIntoView?.({ block: 'nearest' });
    });
  const put = (change: (tree: Tree) => readonly [Tree, string | undefined]) => {
    const [next, id] = change(draft.tree);
    apply(() => next);
    focusOn(id);
  };
  const { carry, mark, beginPointer, beginKeys } = useCarry({
    board,
    tree,
    openTab,
    onCarry: announcer.announce,
    onDrop: (carried, place) => put((old) => drop(old, carried, place)),
  });
  /** The container in view that new things go to the end of. */
  const home = (): string => {
    let at: string | undefined = topTabs(draft.tree);
    let found = GRID;
    while (at !== undefined) {
      const tabs: readonly string[] = childrenOf(draft.tree, at);
      const open: string | undefined = tabs.find((tab) => tab === openTabs[at ?? '']) ?? tabs[0];
      if (open === undefined) break;
      found = open;
      const inner: readonly string[] = childrenOf(draft.tree, open);
      at = inner.length === 1 && typeOf(draft.tree, inner[0] ?? '') === 'TABS' ? inner[0] : undefined;
    }
    return found;
  };
  const add = (carried: Carried) => {
    put((old) => append(old, carried, home()));
    announcer.say(t('board.say.added'));
  };
  const takeOut = useCallback(
    (id: string) => {
      const name = nameOf(id);
      const place = placeOf(draft.tree, id);
      apply((old) => remove(old, id));
      announcer.say(t('board.say.removed', { name }));
      say(t('board.removed', { name }), 'good', { label: t('action.undo'), lasting: 6000, run: editor.undo });
      const beside = place ? childrenOf(draft.tree, place.parent) : [];
      focusOn(beside[place ? place.index + 1 : 0] ?? beside[(place?.index ?? 0) - 1] ?? place?.parent);
    },
    [apply, announcer, draft.tree, editor.undo, nameOf, t],
  );

  const finish = async () => {
    done.current = true;
    await client.invalidateQueries({ queryKey: ['dashboard'] });
    onLeave();
  };
  const saving = useMutation({
    mutationFn: async (over: boolean) => {
      if (fresh) {
        const id = await create(draft);
        done.current = true;
        await client.invalidateQueries({ queryKey: ['dashboard'] });
        editor.rebase({ ...base, ...draft });
        setTimeout(() => void navigate(`/dashboard/${id}/`, { replace: true }));
        return;
      }
      await save(dashboard.id, draft, base, over);
      editor.rebase({ ...base, ...draft });
      await finish();
    },
    onSuccess: () => say(t('board.saved', { title: draft.title })),
  });
  const overtaken = saving.error instanceof Overtaken ? saving.error : undefined;
  const takeTheirs = async () => {
    const stored = await readStored(dashboard.id);
    editor.restart(stored.base);
    setSeenVersion(stored.base.version);
    saving.reset();
    say(t('board.conflict.taken'), 'good', { label: t('action.undo'), lasting: 8000, run: editor.undo });
  };
  const trySave = () => {
    if (draft.title.trim() && (dirty || fresh) && !saving.isPending) saving.mutate(false);
  };

  useUndoKeys(editor.undo, editor.redo);
  useKeys({ 'mod+s': trySave });

  // What was saved elsewhere while one edits shows in the query that news from the server renews.
  const news =
    !fresh && (dashboard.version ?? 0) > (seenVersion ?? 0) && (dashboard.version ?? 0) > (base.version ?? 0);
  const foreign = news && (dashboard.position_json !== base.position || dashboard.dashboard_title !== base.title);
  const theirs = useMemo(() => baseOf(dashboard, charts), [dashboard, charts]);
  useEffect(() => {
    if (news && !foreign) setSeenVersion(dashboard.version);
  }, [news, foreign, dashboard.version]);

  const editing: Editing = {
    tree,
    carry,
    openTabs,
    openTab,
    apply,
    beginPointer,
    beginKeys,
    nameOf,
    remove: takeOut,
    preview: (id, size) => setSizing(size ? { id, size } : undefined),
    resize: (id, size) => apply((old) => resize(old, id, size), `size ${id}`),
  };
  const roots = childrenOf(tree, ROOT);
  return (
    <DashboardProvider value={{ ...state, charts: live, bare: true }}>
      <EditProvider value={editing}>
        <EditHead
          editor={editor}
          fresh={fresh}
          saving={saving.isPending}
          onSave={trySave}
          onLeave={() => (dirty ? setDialog('discard') : onLeave())}
          onSaveAs={() => setDialog('saveAs')}
          onProperties={() => setDialog('properties')}
        />
        {foreign ? (
          <div className="edit-news" role="status" data-testid="edit-news">
            <p>
              <b>{t('board.news', { name: dashboard.changed_by_name || t('board.somebody') })}</b>{' '}
              <Age iso={dashboard.changed_on_utc} />. {t('board.newsText')}
            </p>
            <button
              type="button"
              className="btn small"
              aria-expanded={lookAtNews}
              onClick={() => setLookAtNews((now) => !now)}
            >
              {t('board.conflict.look')}
            </button>
            <button type="button" className="btn small" onClick={() => void takeTheirs()}>
              {t('board.conflict.takeTheirs')}
            </button>
            <button type="button" className="btn small ghost" onClick={() => setSeenVersion(dashboard.version)}>
              {t('board.later')}
            </button>
            {lookAtNews ? <ChangeList changes={changesBetween(base, theirs)} label={t('board.conflict.look')} /> : null}
          </div>
        ) : null}
        {saving.error && !overtaken ? <FailureState error={saving.error} onRetry={trySave} /> : null}
        <div className="edit-desk">
          <div
            className={`edit-board board-canvas${carry ? ' carrying' : ''}${sizing ? ' sizing' : ''}`}
            ref={board}
            data-testid="edit-board"
          >
            {roots.map((id) =>
              typeOf(tree, id) === 'GRID' ? (
                <div key={id} className="edit-grid" data-node={id}>
                  {childrenOf(tree, id).map((child) => (
                    <EditNode key={child} id={child} />
                  ))}
                  {childrenOf(tree, id).length === 0 ? (
                    <div className="edit-vacant large">
                      <h2>{t('board.emptyTitle')}</h2>
                      <p>{t('board.emptyText')}</p>
                    </div>
                  ) : null}
                </div>
              ) : (
                <EditNode key={id} id={id} />
              ),
            )}
            {mark ? (
              <div
                className="edit-mark"
                data-testid="edit-mark"
                style={{
                  left: mark.left,
                  top: mark.top,
                  width: mark.right - mark.left,
                  height: mark.bottom - mark.top,
                }}
              />
            ) : null}
            {carry?.way === 'pointer' ? (
              <div className="edit-carried" style={{ left: carry.x + 12, top: carry.y + 10 }}>
                {carry.name}
                {carry.place ? null : <em>{t('board.nowhere')}</em>}
              </div>
            ) : null}
          </div>
          <SidePanel
            onAdd={add}
            onTopTabs={
              topTabs(draft.tree) === undefined
                ? () => put((old) => [withTopTabs(old), topTabs(withTopTabs(old))])
                : undefined
            }
          />
        </div>
        <p id="board-move-hint" className="hidden-visually">
          {t('board.keysHint')}
        </p>
        <p id="board-tab-hint" className="hidden-visually">
          {t('board.tabHint')}
        </p>
        <p id="board-shelf-hint" className="hidden-visually">
          {t('board.shelfHint')}
        </p>
        <div className="hidden-visually" role="status" aria-live="assertive" data-testid="edit-announcer">
          {announcer.text}
        </div>
        {overtaken ? (
          <ConflictDialog
            stored={overtaken.dashboard}
            theirs={overtaken.theirs}
            base={base}
            mine={draft}
            busy={saving.isPending}
            onClose={() => saving.reset()}
            onOver={() => saving.mutate(true)}
            onCopy={() => setDialog('saveAs')}
            onTheirs={() => void takeTheirs()}
          />
        ) : null}
        {dialog === 'saveAs' ? (
          <SaveAsDialog
            id={dashboard.id}
            draft={draft}
            onClose={() => setDialog(undefined)}
            onCopied={(url) => {
              done.current = true;
              editor.rebase({ ...base, ...draft });
              setTimeout(() => void navigate(url));
            }}
          />
        ) : null}
        {dialog === 'properties' ? (
          <PropertiesDialog dashboard={dashboard} onClose={() => setDialog(undefined)} />
        ) : null}
        {dialog === 'discard' ? (
          <LeaveDialog
            text={t('board.discardText')}
            onStay={() => setDialog(undefined)}
            onDiscard={() => {
              done.current = true;
              editor.discard();
              setTimeout(onLeave);
            }}
          />
        ) : null}
        {leaving ? <LeaveDialog text={t('board.discardText')} onStay={stay} onDiscard={() => leaving.go()} /> : null}
      </EditProvider>
    </DashboardProvider>
  );
}
