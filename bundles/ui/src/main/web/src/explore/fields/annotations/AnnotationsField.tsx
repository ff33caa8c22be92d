import { useTranslation } from 'react-i18next';
import { Well } from '../Well';
import { LayerEditor } from './LayerEditor';
import { layersOf, newLayer, type Layer } from './layers';
import './words';
import '../tables/tables.css';

interface Props {
  readonly id: string;
  readonly value: unknown;
  readonly onChange: (value: readonly Layer[]) => void;
}

/** Layers over a chart as pills, in the order they are drawn. */
export function AnnotationsField({ id, value, onChange }: Props) {
  const { t } = useTranslation();
  const layers = layersOf(value);
  return (
    <Well
      id={id}
      wide
      placeholder={t('annotations.add')}
      pills={layers.map((layer, index) => ({
        key: `${index} ${layer.name}`,
        mark: { FORMULA: 'ƒ', EVENT: '|', INTERVAL: '▭', TIME_SERIES: '∿' }[layer.annotationType],
        text: layer.show === false ? t('annotations.hidden', { name: layer.name }) : layer.name,
        hint: t(`annotations.kind_${layer.annotationType}`),
      }))}
      onRemove={(index) => onChange(layers.filter((_, at) => at !== index))}
      onMove={(from, to) => {
        const next = [...layers];
        next.splice(to, 0, ...next.splice(from, 1));
        onChange(next);
      }}
      editor={(index, close) => (
        <LayerEditor
          layer={(index === undefined ? undefined : layers[index]) ?? newLayer()}
          others={layers.filter((_, at) => at !== index).map(({ name }) => name)}
          onDone={(layer) => {
            onChange(index === undefined ? [...layers, layer] : layers.map((old, at) => (at === index ? layer : old)));
            close();
          }}
        />
      )}
    />
  );
}
