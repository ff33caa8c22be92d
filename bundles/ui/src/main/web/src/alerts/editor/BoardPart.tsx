import { useMutation } from '@tanstack/react-query';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useDashboard } from '../../api/queries';
import { lacksValue, maskOf, merge, valueOf } from '../../dashboard/filters/extra';
import { FilterControl } from '../../dashboard/filters/FilterControl';
import { isFilter, readItems, readMetadata, type NativeFilter } from '../../dashboard/filters/model';
import { readMasks } from '../../dashboard/filters/state';
import type { Link } from '../../dashboard/share/permalink';
import { FailureState } from '../../ui/States';
import { Icon } from '../../ui/Icon';
import { useFailureText } from '../../ui/failure';
import { aboutField, FormField, type PartProps } from './FormField';
import { tabsIn, type TabChoice } from './parts';
import '../../dashboard/words';
import '../../dashboard/filters/filters.css';

interface Props extends PartProps {
  readonly id: number;
}

/** What of a dashboard is sent: which tab, and under which filters. */
export function BoardPart(props: Props) {
  const { t } = useTranslation();
  const { draft, change, id, problem } = props;
  const board = useDashboard(String(id));
  const tabs = useMemo(() => tabsIn(board.data?.position_json), [board.data]);
  const filters = useMemo(
    () => (board.data ? readItems(readMetadata(board.data.json_metadata)).filter(isFilter) : []),
    [board.data],
  );
  if (board.error) return <FailureState error={board.error} onRetry={() => void board.refetch()} />;
  if (!board.data) return <div className="skeleton" style={{ height: 60 }} />;
  return (
    <>
      {tabs.length > 0 ? <TabField {...props} tabs={tabs} /> : null}
      {filters.length > 0 ? (
        <fieldset className="board-filters">
          <legend>{t('alerts.filters')}</legend>
          <p className="hint">{t('alerts.filtersText')}</p>
          <div className="field-grid">
            {filters.map((filter) => (
              <OneFilter key={filter.id} {...props} filter={filter} />
            ))}
          </div>
        </fieldset>
      ) : null}
      <LinkField id={id} change={change} />
      {problem('extra') ? <span className="problem">{problem('extra')}</span> : null}
      {draft.urlParams.length > 0 ? (
        <p className="hint">{t('alerts.urlParams', { names: draft.urlParams.map(([name]) => name).join(', ') })}</p>
      ) : null}
    </>
  );
}

const ALL = '*';

function TabField({ draft, change, tabs }: Props & { readonly tabs: readonly TabChoice[] }) {
  const { t } = useTranslation();
  const uppermost = tabs.filter(({ depth }) => depth === 1).map(({ id }) => id);
  const { anchors, openTabs } = draft.part;
  const value = anchors.length > 1 ? ALL : (anchors[0] ?? openTabs.at(-1) ?? '');
  const choose = (next: string) => {
    const tab = tabs.find(({ id }) => id === next);
    if (next === ALL) change({ part: { anchors: uppermost, openTabs: [] } });
    else change({ part: tab ? { anchors: [tab.id], openTabs: tab.path } : { anchors: [], openTabs: [] } });
  };
  return (
    <FormField id="alert-tab" label={t('alerts.tab')}>
      <select
        id="alert-tab"
        className="input"
        value={value}
        onChange={(event) => choose(event.currentTarget.value)}
        data-testid="alert-tab"
      >
        <option value="">{t('alerts.asItOpens')}</option>
        {uppermost.length > 1 ? <option value={ALL}>{t('alerts.allTabs')}</option> : null}
        {tabs.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </FormField>
  );
}

function OneFilter({ draft, change, id, filter }: Props & { readonly filter: NativeFilter }) {
  const { t } = useTranslation();
  const name = useId();
  const own = draft.masks[filter.id];
  const mask = own ?? filter.defaultMask;
  const parents = useMemo(
    () => merge(filter.parents.map((parent) => draft.masks[parent]?.extraFormData)),
    [filter, draft.masks],
  );
  const without = () =>
    change({ masks: Object.fromEntries(Object.entries(draft.masks).filter(([key]) => key !== filter.id)) });
  return (
    <div className="filter-field" role="group" aria-labelledby={name} data-testid="report-filter">
      <div className="filter-name">
        <span id={name} className="clipped">
          {filter.name}
        </span>
        <span className="grow" />
        {own ? (
          <button type="button" className="btn small ghost" onClick={without} title={t('alerts.asTheDashboard')}>
            <Icon name="undo" size={12} />
            {t('alerts.asTheDashboard')}
          </button>
        ) : null}
      </div>
      <FilterControl
        filter={filter}
        value={valueOf(mask)}
        onChange={(value) => change({ masks: { ...draft.masks, [filter.id]: maskOf(filter, value) } })}
        asking={{ dashboardId: id, parents, forceAfter: 0 }}
        invalid={lacksValue(filter, mask)}
      />
    </div>
  );
}

const keyIn = (text: string) => /\/dashboard\/p\/([^/?#]+)/.exec(text)?.[1] ?? text.trim();

/** Takes tab, filters and parameters from a link that somebody copied from the dashboard. */
function LinkField({ id, change }: Pick<Props, 'id' | 'change'>) {
  const { t } = useTranslation();
  const words = useFailureText();
  const [text, setText] = useState('');
  const take = useMutation({
    mutationFn: async () => {
      const link = await api<Link & { readonly dashboardId?: string | number }>(
        `/api/v1/dashboard/permalink/${encodeURIComponent(keyIn(text))}`,
      );
      return link.state;
    },
    onSuccess: (state) => {
      change({
        masks: readMasks(state.dataMask),
        part: { anchors: state.anchor ? [state.anchor] : [], openTabs: state.activeTabs ?? [] },
        urlParams: state.urlParams ?? [],
      });
      setText('');
    },
  });
  const problem = take.error ? words(take.error).text : undefined;
  return (
    <details className="more-fields">
      <summary>{t('alerts.fromLink')}</summary>
      <FormField id={`alert-link-${id}`} label={t('alerts.link')} hint={t('alerts.linkText')} problem={problem}>
        <div className="link-line">
          <input
            {...aboutField(`alert-link-${id}`, problem, 'hint')}
            className="input"
            value={text}
            placeholder="/dashboard/p/…/"
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <button
            type="button"
            className="btn"
            disabled={text.trim() === '' || take.isPending}
            onClick={() => take.mutate()}
          >
            {t('alerts.take')}
          </button>
        </div>
      </FormField>
    </details>
  );
}
