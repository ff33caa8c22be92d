import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { say } from '../ui/toast';
import { layersPath, useAnnotationWork, type Layer } from './annotationApi';
import { Field, FormDialog } from './FormDialog';

export function LayerDialog({ layer, onClose }: { layer: Layer | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(layer?.name ?? '');
  const [description, setDescription] = useState(layer?.descr ?? '');
  const { save } = useAnnotationWork(layersPath);
  const onSave = async () => {
    const version = layer?.version === undefined ? {} : { version: layer.version };
    await save.mutateAsync({ id: layer?.id, body: { name: name.trim(), descr: description, ...version } });
    say(t('annotationLayers.saved', { name: name.trim() }));
    onClose();
  };
  return (
    <FormDialog
      title={t(layer ? 'annotationLayers.editLayer' : 'annotationLayers.newLayer')}
      complete={name.trim() !== ''}
      busy={save.isPending}
      error={save.error}
      onSave={() => void onSave().catch(() => undefined)}
      onClose={onClose}
    >
      <Field id="layer-name" label={t('annotationLayers.name')}>
        <input
          id="layer-name"
          className="input"
          data-autofocus
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </Field>
      <Field id="layer-description" label={t('annotationLayers.description')}>
        <textarea
          id="layer-description"
          className="input"
          rows={3}
          value={description}
          onChange={(event) => setDescription(event.currentTarget.value)}
        />
      </Field>
    </FormDialog>
  );
}
