import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon';
import { SearchField } from '../../ui/SearchField';

interface Part {
  readonly key: string;
  readonly name: string;
  readonly label: string;
}

interface Column<P> {
  readonly title: string;
  readonly centered?: boolean;
  readonly cell: (part: P) => ReactNode;
}

interface Props<P extends Part> {
  readonly parts: readonly P[];
  readonly kind: 'columns' | 'metrics';
  readonly nameTitle: string;
  readonly searchLabel: string;
  /** What the search looks through. */
  readonly textOf: (part: P) => string;
  readonly mark: (part: P) => ReactNode;
  readonly columns: readonly Column<P>[];
  readonly onLabel: (key: string, label: string) => void;
  readonly adding?: { readonly title: string; readonly testId: string; readonly add: () => string } | undefined;
  readonly form: (part: P) => ReactNode;
  readonly empty: (actions: ReactNode) => ReactNode;
}

/** What a dataset is made of: the list on the left, all about the chosen one on the right. */
export function Parts<P extends Part>(props: Props<P>) {
  const { t } = useTranslation();
  const { parts, columns, adding } = props;
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string>();
  const shown = parts.filter((part) => props.textOf(part).toLowerCase().includes(search.toLowerCase()));
  const current = parts.find(({ key }) => key === chosen) ?? shown[0];
  const button = adding ? (
    <button type="button" className="btn" onClick={() => setChosen(adding.add())} data-testid={adding.testId}>
      <Icon name="plus" size={14} />
      {adding.title}
    </button>
  ) : null;
  if (parts.length === 0) return props.empty(button);
  return (
    <div className="parts">
      <div className="parts-list">
        <div className="parts-bar">
          <SearchField main value={search} onChange={setSearch} label={props.searchLabel} />
          {button}
        </div>
        <div className="parts-scroll scroll">
          <table className="parts-table" data-testid={`${props.kind}-table`}>
            <thead>
              <tr>
                <th scope="col">{props.nameTitle}</th>
                <th scope="col">{t('dataset.label')}</th>
                {columns.map(({ title, centered }) => (
                  <th key={title} scope="col" className={centered ? 'c' : undefined}>
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((part) => (
                <tr
                  key={part.key}
                  className={part.key === current?.key ? 'on' : undefined}
                  onClick={() => setChosen(part.key)}
                >
                  <td>
                    <button type="button" className="part-name" aria-pressed={part.key === current?.key}>
                      <i>{props.mark(part)}</i>
                      {part.name || t('dataset.unnamed')}
                    </button>
                  </td>
                  <td>
                    <input
                      className="input quiet"
                      aria-label={`${t('dataset.label')}: ${part.name}`}
                      value={part.label}
                      onChange={(event) => props.onLabel(part.key, event.currentTarget.value)}
                    />
                  </td>
                  {columns.map(({ title, centered, cell }) => (
                    <td key={title} className={centered ? 'c' : undefined}>
                      {cell(part)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {shown.length === 0 ? <p className="muted none">{t('list.noMatch', { search })}</p> : null}
        </div>
      </div>
      {current ? props.form(current) : null}
    </div>
  );
}
