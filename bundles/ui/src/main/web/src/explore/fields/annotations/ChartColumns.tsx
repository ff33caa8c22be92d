import { useTranslation } from 'react-i18next';
import { SelectPart } from '../tables/Part';
import { ChoicesField } from '../ChoicesField';
import type { Layer } from './layers';
import { useColumnChoices } from './useSources';

interface Props {
  readonly layer: Layer;
  readonly onChange: (patch: Partial<Layer>) => void;
}

/** Which columns of a chart's answer say when, until when, and what. */
export function ChartColumns({ layer, onChange }: Props) {
  const { t } = useTranslation();
  const { annotationType, timeColumn, intervalEndColumn, titleColumn, descriptionColumns = [] } = layer;
  const columns = useColumnChoices(layer.value);
  if (!layer.value) return null;
  const none = { value: null, title: t('annotations.none') };
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  const series = annotationType === 'TIME_SERIES';
  return (
    <>
      <SelectPart
        title={t(annotationType === 'INTERVAL' ? 'annotations.start' : 'annotations.time')}
        value={timeColumn ?? null}
        free
        choices={series ? [none, ...columns] : columns}
        onChange={(value) => onChange({ timeColumn: text(value) })}
      />
      {annotationType === 'INTERVAL' ? (
        <SelectPart
          title={t('annotations.end')}
          value={intervalEndColumn ?? null}
          free
          choices={columns}
          onChange={(value) => onChange({ intervalEndColumn: text(value) })}
        />
      ) : null}
      {series ? null : (
        <>
          <SelectPart
            title={t('annotations.title')}
            value={titleColumn ?? null}
            free
            choices={[none, ...columns]}
            onChange={(value) => onChange({ titleColumn: text(value) })}
          />
          <div className="part">
            <span className="label">{t('annotations.description')}</span>
            <ChoicesField
              title={t('annotations.description')}
              id={`layer-description-${layer.name}`}
              value={descriptionColumns}
              choices={columns}
              onChange={(value) => onChange({ descriptionColumns: (Array.isArray(value) ? value : []).map(String) })}
            />
          </div>
        </>
      )}
    </>
  );
}
