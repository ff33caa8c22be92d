import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useTitle } from '../app/useTitle';
import { currentLocale } from '../i18n';
import { Icon } from '../ui/Icon';
import { EmptyState, FailureState } from '../ui/States';
import { AnnotationDialog } from './AnnotationDialog';
import {
  annotationsPath,
  useAnnotations,
  useAnnotationWork,
  useLayer,
  useMayWrite,
  type Annotation,
} from './annotationApi';
import { ThingsTable } from './ThingsTable';
import './words';

const moment = (iso: string) =>
  new Intl.DateTimeFormat(currentLocale(), { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(
    new Date(`${iso}Z`),
  );

/** The events and periods of one layer. */
export default function AnnotationsPage() {
  const { t } = useTranslation();
  const id = Number(useParams()['id']);
  const layer = useLayer(id);
  const annotations = useAnnotations(id);
  const mayWrite = useMayWrite();
  const { remove } = useAnnotationWork(annotationsPath(id));
  const [edited, setEdited] = useState<Annotation | 'new'>();
  const title = layer.data ? t('annotationLayers.of', { name: layer.data.name }) : t('annotationLayers.layers');
  useTitle(title);
  const failed = layer.error ?? annotations.error;
  if (failed) return <FailureState error={failed} onRetry={() => void annotations.refetch()} />;
  return (
    <>
      <div className="top">
        <div>
          <div className="crumb">
            <Link to="/annotationlayer/list/">{t('annotationLayers.layers')}</Link>
          </div>
          <h1>{layer.data?.name ?? ''}</h1>
        </div>
        <span className="grow" />
        {mayWrite ? (
          <button type="button" className="btn primary" data-testid="new-annotation" onClick={() => setEdited('new')}>
            <Icon name="plus" />
            {t('annotationLayers.new')}
          </button>
        ) : null}
      </div>
      <div className="page">
        <div className="card list-card">
          {annotations.data?.length === 0 ? (
            <EmptyState icon="calendar" title={t('annotationLayers.none')} text={t('annotationLayers.noneText')} />
          ) : annotations.data ? (
            <ThingsTable
              things={annotations.data}
              mayWrite={mayWrite}
              nameOf={({ short_descr }) => short_descr}
              words={{ edit: t('annotationLayers.edit'), removeText: t('annotationLayers.deleteText') }}
              question={({ short_descr }) => t('annotationLayers.delete', { name: short_descr })}
              onEdit={setEdited}
              remove={remove.mutateAsync}
              columns={[
                { title: t('annotationLayers.title'), cell: ({ short_descr }) => short_descr },
                { title: t('annotationLayers.text'), className: 'wide-only', cell: ({ long_descr }) => long_descr },
                { title: t('annotationLayers.begin'), cell: ({ start_dttm }) => moment(start_dttm) },
                { title: t('annotationLayers.end'), cell: ({ end_dttm }) => moment(end_dttm) },
              ]}
            />
          ) : (
            <div className="skeleton" style={{ height: 120 }} />
          )}
        </div>
      </div>
      {edited ? (
        <AnnotationDialog
          layer={id}
          annotation={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      ) : null}
    </>
  );
}
