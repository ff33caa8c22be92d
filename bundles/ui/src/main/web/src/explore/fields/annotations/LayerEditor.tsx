import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberPart, SelectPart, SwitchPart, TextPart } from '../tables/Part';
import { isComplete, kinds, ofKind, opacities, styles, type Kind, type Layer } from './layers';
import { LayerColor } from './LayerColor';
import { SourceParts } from './SourceParts';

interface Props {
  readonly layer: Layer;
  /** Names of the other layers. */
  readonly others: readonly string[];
  readonly onDone: (layer: Layer) => void;
}

/** What a layer is made of, and how it looks. */
export function LayerEditor({ layer, others, onDone }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(layer);
  const change = (patch: Partial<Layer>) => setDraft((now) => ({ ...now, ...patch }));
  const { annotationType } = draft;
  const complete = isComplete(draft, others);
  const done = (event: FormEvent) => {
    event.preventDefault();
    if (complete) onDone({ ...draft, name: draft.name.trim() });
  };
  const twice = draft.name.trim() !== '' && others.includes(draft.name.trim());
  return (
    <form className="parts" onSubmit={done} data-testid="layer-editor">
      <TextPart title={t('annotations.name')} value={draft.name} onChange={(name = '') => change({ name })} />
      {twice ? (
        <p className="control-problem" role="alert">
          {t('annotations.twice')}
        </p>
      ) : null}
      <SelectPart
        title={t('annotations.type')}
        value={annotationType}
        choices={kinds.map((value) => ({ value, title: t(`annotations.kind_${value}`) }))}
        onChange={(kind) => setDraft((now) => ofKind(now, kind as Kind))}
      />
      <SourceParts layer={draft} onChange={change} />
      <SwitchPart title={t('annotations.show')} value={draft.show !== false} onChange={(show) => change({ show })} />
      <SwitchPart
        title={t('annotations.label')}
        value={draft.showLabel === true}
        onChange={(showLabel) => change({ showLabel })}
      />
      {annotationType === 'INTERVAL' ? null : (
        <>
          <SelectPart
            title={t('annotations.style')}
            value={draft.style ?? 'solid'}
            choices={styles.map((value) => ({ value, title: t(`annotations.style_${value}`) }))}
            onChange={(style) => change({ style: style as Layer['style'] })}
          />
          <NumberPart
            title={t('annotations.width')}
            value={draft.width}
            least={0}
            onChange={(width) => change({ width: width ?? 1 })}
          />
        </>
      )}
      {annotationType === 'TIME_SERIES' ? (
        <>
          <SwitchPart
            title={t('annotations.markers')}
            value={draft.showMarkers === true}
            onChange={(showMarkers) => change({ showMarkers })}
          />
          <SwitchPart
            title={t('annotations.hideLine')}
            value={draft.hideLine === true}
            onChange={(hideLine) => change({ hideLine })}
          />
        </>
      ) : null}
      <SelectPart
        title={t('annotations.opacity')}
        value={draft.opacity ?? ''}
        choices={opacities.map((value) => ({ value, title: t(`annotations.opacity_${value || 'full'}`) }))}
        onChange={(opacity) => change({ opacity: opacity as Layer['opacity'] })}
      />
      <LayerColor value={draft.color ?? undefined} onChange={(color) => change({ color: color ?? null })} />
      <button type="submit" className="btn primary small" disabled={!complete}>
        {t('action.apply')}
      </button>
    </form>
  );
}
