import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectPart, TextPart } from '../tables/Part';
import { ChartColumns } from './ChartColumns';
import { fromChart, sourcesOf, type Layer } from './layers';
import { useChartChoices, useLayerChoices } from './useSources';

interface Props {
  readonly layer: Layer;
  readonly onChange: (patch: Partial<Layer>) => void;
}

/** What a layer's records are: worked out, kept on the server, or the answer of another chart. */
export function SourceParts({ layer, onChange }: Props) {
  const { t } = useTranslation();
  const sources = sourcesOf(layer.annotationType);
  if (layer.annotationType === 'FORMULA')
    return (
      <>
        <TextPart title={t('annotations.formula')} value={layer.value} onChange={(value) => onChange({ value })} />
        <span className="hint">{t('annotations.formulaHint')}</span>
      </>
    );
  return (
    <>
      {sources.length > 1 ? (
        <SelectPart
          title={t('annotations.source')}
          value={layer.sourceType}
          choices={sources.map((value) => ({ value, title: t(`annotations.source_${value}`) }))}
          onChange={(sourceType) => onChange({ sourceType: sourceType as Layer['sourceType'], value: '' })}
        />
      ) : null}
      {fromChart(layer) ? (
        <>
          <ChartChoice layer={layer} onChange={onChange} />
          <ChartColumns layer={layer} onChange={onChange} />
        </>
      ) : (
        <LayerChoice layer={layer} onChange={onChange} />
      )}
    </>
  );
}

function LayerChoice({ layer, onChange }: Props) {
  const { t } = useTranslation();
  const { choices, isPending } = useLayerChoices();
  return (
    <>
      <SelectPart
        title={t('annotations.source_NATIVE')}
        value={layer.value}
        choices={choices}
        onChange={(value) => onChange({ value: value as Layer['value'] })}
      />
      {choices.length === 0 && !isPending ? <span className="hint">{t('annotations.noLayers')}</span> : null}
    </>
  );
}

function ChartChoice({ layer, onChange }: Props) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const choices = useChartChoices(search, layer.value);
  return (
    <>
      <TextPart title={t('annotations.findChart')} value={search} onChange={(text = '') => setSearch(text)} />
      <SelectPart
        title={t('annotations.source_table')}
        value={layer.value}
        choices={choices}
        onChange={(value) =>
          onChange({
            value: value as Layer['value'],
            timeColumn: undefined,
            intervalEndColumn: undefined,
            titleColumn: undefined,
            descriptionColumns: undefined,
          })
        }
      />
    </>
  );
}
