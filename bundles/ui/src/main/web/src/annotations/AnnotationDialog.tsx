import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { say } from '../ui/toast';
import { annotationsPath, useAnnotationWork, type Annotation } from './annotationApi';
import { bodyOf, draftOf, wrongIn, type Draft } from './draft';
import { Field, FormDialog } from './FormDialog';

interface Props {
  readonly layer: number;
  readonly annotation: Annotation | undefined;
  readonly onClose: () => void;
}

export function AnnotationDialog({ layer, annotation, onClose }: Props) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<Draft>(() => draftOf(annotation));
  const { save } = useAnnotationWork(annotationsPath(layer));
  const wrong = wrongIn(draft);
  const onSave = async () => {
    await save.mutateAsync({ id: annotation?.id, body: bodyOf(draft, annotation?.version) });
    say(t('annotationLayers.saved', { name: draft.title.trim() }));
    onClose();
  };
  const input = (name: keyof Draft) => ({
    id: `annotation-${name}`,
    className: 'input',
    value: draft[name],
    onChange: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) => {
      const { value } = currentTarget;
      setDraft((old) => ({ ...old, [name]: value }));
    },
  });
  return (
    <FormDialog
      title={t(annotation ? 'annotationLayers.edit' : 'annotationLayers.new')}
      complete={draft.title.trim() !== '' && draft.begin !== '' && wrong === undefined}
      busy={save.isPending}
      error={save.error}
      onSave={() => void onSave().catch(() => undefined)}
      onClose={onClose}
    >
      <Field id="annotation-title" label={t('annotationLayers.title')}>
        <input {...input('title')} data-autofocus required />
      </Field>
      <Field id="annotation-begin" label={t('annotationLayers.begin')}>
        <input {...input('begin')} type="datetime-local" step="any" required />
      </Field>
      <Field
        id="annotation-end"
        label={t('annotationLayers.end')}
        hint={t('annotationLayers.endText')}
        wrong={wrong === 'endsFirst' ? t('annotationLayers.endsFirst') : undefined}
      >
        <input {...input('end')} type="datetime-local" step="any" />
      </Field>
      <Field id="annotation-text" label={t('annotationLayers.text')}>
        <textarea {...input('text')} rows={3} />
      </Field>
      <Field
        id="annotation-metadata"
        label={t('annotationLayers.metadata')}
        wrong={wrong === 'badJson' ? t('annotationLayers.badJson') : undefined}
      >
        <textarea {...input('metadata')} className="input mono" rows={2} spellCheck={false} />
      </Field>
    </FormDialog>
  );
}
