import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scope } from '../model';
import { chartsBelow, chartsIn, scopeOf, type ScopeNode } from './scopeTree';

interface Props {
  readonly tree: ScopeNode;
  readonly scope: Scope;
  readonly onChange: (scope: Scope) => void;
  /** A chart that cannot be in the scope: the one the scope is of. */
  readonly without?: number | undefined;
}

/** Tabs and charts to be ticked. */
export function ScopeTreeField({ tree, scope, onChange, without }: Props) {
  const { t } = useTranslation();
  const chosen = chartsIn(tree, scope);
  const set = (charts: readonly number[], on: boolean) => {
    const next = new Set(chosen);
    charts.forEach((one) => (on ? next.add(one) : next.delete(one)));
    onChange(scopeOf(tree, next));
  };
  return (
    <div className="scope-tree" data-testid="scope-tree">
      <Branch node={{ ...tree, title: t('filters.config.allCharts') }} chosen={chosen} onSet={set} without={without} />
    </div>
  );
}

interface BranchProps {
  readonly node: ScopeNode;
  readonly chosen: ReadonlySet<number>;
  readonly onSet: (charts: readonly number[], on: boolean) => void;
  readonly without: number | undefined;
}

function Branch({ node, chosen, onSet, without }: BranchProps) {
  const id = useId();
  const below = chartsBelow(node).filter((one) => one !== without);
  const count = below.filter((one) => chosen.has(one)).length;
  const all = count === below.length && count > 0;
  if (below.length === 0) return null;
  return (
    <div className="scope-branch">
      <label htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={all}
          ref={(box) => {
            if (box) box.indeterminate = count > 0 && !all;
          }}
          data-testid={`scope-${node.chart ?? node.id}`}
          onChange={(event) => onSet(below, event.currentTarget.checked)}
        />
        <span className={node.kind === 'chart' ? undefined : 'strong'}>{node.title}</span>
      </label>
      {node.children.length > 0 ? (
        <div className="scope-children" role="group" aria-label={node.title}>
          {node.children.map((child) => (
            <Branch key={child.id} node={child} chosen={chosen} onSet={onSet} without={without} />
          ))}
        </div>
      ) : null}
    </div>
  );
}
