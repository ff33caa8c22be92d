import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchField } from '../ui/SearchField';
import { EmptyState } from '../ui/States';
import type { Engine } from './api';

interface Props {
  readonly engines: readonly Engine[];
  readonly onChoose: (engine: Engine) => void;
}

const letters = (name: string) =>
  name
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((word) => word[0])
    .join('')
    .slice(0, 2)
    .toUpperCase();

export function EnginePicker({ engines, onChoose }: Props) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const shown = engines.filter(({ name, engine }) =>
    `${name} ${engine}`.toLowerCase().includes(search.trim().toLowerCase()),
  );
  return (
    <>
      <SearchField value={search} onChange={setSearch} label={t('databases.searchKinds')} />
      {shown.length === 0 ? (
        <EmptyState icon="plugins" title={t('list.noMatch', { search })} text={t('databases.noKind')} />
      ) : (
        <ul className="engines" data-testid="engines">
          {shown.map((engine) => (
            <li key={engine.engine}>
              <button type="button" onClick={() => onChoose(engine)} data-engine={engine.engine}>
                <span className="engine-sign" aria-hidden="true">
                  {letters(engine.name)}
                </span>
                <b>{engine.name}</b>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
