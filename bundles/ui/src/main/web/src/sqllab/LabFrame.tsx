import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureText } from '../ui/failure';
import { Icon } from '../ui/Icon';
import { EmptyState } from '../ui/States';
import { say } from '../ui/toast';
import { LabContext, type Hands, type Lab } from './context';
import { LabTabView } from './LabTabView';
import type { RunStore } from './run/store';
import { Divider } from './Divider';
import { Side } from './tree/Side';
import { TabBar } from './tabs/TabBar';
import { emptyText, freeLabel, type TabText } from './tabs/model';
import type { TabStore } from './tabs/store';
import type { LabDatabase, LabLimits } from './types';
import { useAddress } from './useAddress';
import { useStored } from './useStored';

interface Props {
  readonly stores: { readonly tabs: TabStore; readonly runs: RunStore };
  readonly databases: readonly LabDatabase[];
  readonly limits: LabLimits;
}

/** The tree on the left, the tabs above, the tab in front below them. */
export function LabFrame({ stores, databases, limits }: Props) {
  const { t } = useTranslation();
  const words = useFailureText();
  const hands = useRef<Hands>(undefined);
  const { tabs, active } = useSyncExternalStore(stores.tabs.subscribe, stores.tabs.get);
  const [side, setSide] = useStored('karavel.lab.side', { width: 280, open: true });
  const [drawer, setDrawer] = useState(false);
  const [runFirst, setRunFirst] = useState<string>();
  const tab = tabs.find(({ key }) => key === active);
  const lab = useMemo(
    (): Lab => ({
      ...stores,
      databases,
      limits,
      insert: (text) => hands.current?.insert(text),
      jump: (from, to) => hands.current?.jump(from, to),
      focus: () => hands.current?.focus(),
      setHands: (next) => {
        hands.current = next;
      },
    }),
    [stores, databases, limits],
  );

  /** A new tab that looks at the same place as the one in front. */
  const open = useCallback(
    (text: Partial<TabText> = {}) => {
      const now = stores.tabs.get();
      const here = now.tabs.find(({ key }) => key === now.active);
      const label = text.label || freeLabel(now.tabs, (number) => t('lab.tab.untitled', { number }));
      const known = databases.some(({ id }) => id === text.dbId);
      const place = known
        ? {}
        : {
            dbId: here?.dbId ?? databases[0]?.id ?? null,
            schema: here?.schema ?? null,
            catalog: here?.catalog ?? null,
          };
      return stores.tabs.add({ ...emptyText, ...text, ...place, label });
    },
    [stores, databases, t],
  );

  const { any, key: link, query, forget } = useAddress();
  const taken = useRef<unknown>(undefined);
  useEffect(() => {
    if (!any || query.isPending || taken.current === (query.data ?? query.error)) return;
    taken.current = query.data ?? query.error;
    if (query.error) {
      const { title, text } = words(query.error);
      say(`${title} ${text}`, 'bad');
    } else if (query.data) {
      const { text, run } = query.data;
      const there = stores.tabs.get().tabs.find((one) => text.savedQuery && one.savedQuery?.id === text.savedQuery.id);
      if (there) stores.tabs.activate(there.key);
      else {
        const made = open(text);
        if (run) setRunFirst(made);
      }
    }
    // The router would make the page anew for another path, and the tab with it: the address bar alone changes.
    if (link) window.history.replaceState(window.history.state, '', '/sqllab/');
    else forget();
  });
  useEffect(() => {
    if (!any && stores.tabs.get().tabs.length === 0) open();
    // once, for those who come for the first time
  }, []);

  return (
    <LabContext value={lab}>
      <div
        className={`lab${side.open ? '' : ' closed'}${drawer ? ' drawer' : ''}`}
        style={{ gridTemplateColumns: side.open ? `${side.width}px 5px minmax(0, 1fr)` : '0 0 minmax(0, 1fr)' }}
        data-testid="lab"
      >
        <h1 className="hidden-visually">{t('nav.sqllab')}</h1>
        <div className="lab-veil" onClick={() => setDrawer(false)} />
        {tab ? (
          <Side
            tab={tab}
            onFold={() => {
              setSide({ ...side, open: false });
              setDrawer(false);
            }}
          />
        ) : (
          <div className="lab-side" />
        )}
        <Divider
          way="column"
          label={t('lab.resizeTree')}
          value={side.width}
          least={200}
          most={560}
          onChange={(width) => setSide({ ...side, width })}
        />
        <div className="lab-main">
          <TabBar
            onOpen={() => open()}
            onDuplicate={(from) => {
              const { id: _id, key: _key, ...text } = from;
              stores.tabs.add(
                { ...text, label: t('lab.tab.copy', { label: from.label }), runs: [], savedQuery: null },
                from.key,
              );
            }}
            lead={
              <button
                type="button"
                className={`btn small icon-only ghost lab-unfold${side.open ? ' wide-hidden' : ''}`}
                aria-label={t('lab.showTree')}
                title={t('lab.showTree')}
                data-testid="show-tree"
                onClick={() => {
                  setSide({ ...side, open: true });
                  setDrawer(true);
                }}
              >
                <Icon name="sidebar" />
              </button>
            }
          />
          {tab ? (
            <LabTabView
              key={tab.key}
              tab={tab}
              onOpen={open}
              runFirst={runFirst === tab.key}
              onRan={() => setRunFirst(undefined)}
            />
          ) : (
            <EmptyState
              icon="lab"
              title={t('lab.noTab')}
              actions={
                <button type="button" className="btn primary" onClick={() => open()}>
                  <Icon name="plus" />
                  {t('lab.tab.new')}
                </button>
              }
            />
          )}
        </div>
      </div>
    </LabContext>
  );
}
