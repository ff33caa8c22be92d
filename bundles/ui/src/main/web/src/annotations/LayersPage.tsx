import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTitle } from '../app/useTitle';
import { Age } from '../ui/Age';
import { Icon } from '../ui/Icon';
import { EmptyState, FailureState } from '../ui/States';
import { layersPath, useAnnotationWork, useLayers, useMayWrite, type Layer } from './annotationApi';
import { LayerDialog } from './LayerDialog';
import { ThingsTable } from './ThingsTable';
import './words';

/** The layers of annotations that charts over time may show. */
export default function LayersPage() {
  const { t } = useTranslation();
  const layers = useLayers();
  const mayWrite = useMayWrite();
  const { remove } = useAnnotationWork(layersPath);
  const [edited, setEdited] = useState<Layer | 'new'>();
  useTitle(t('annotationLayers.layers'));
  const create = (
    <button type="button" className="btn primary" data-testid="new-layer" onClick={() => setEdited('new')}>
      <Icon name="plus" />
      {t('annotationLayers.newLayer')}
    </button>
  );
  return (
    <>
      <div className="top">
        <div>
          <div className="crumb">
            <Link to="/chart/list/">{t('nav.charts')}</Link>
          </div>
          <h1>{t('annotationLayers.layers')}</h1>
        </div>
        <span className="grow" />
        {mayWrite ? create : null}
      </div>
      <div className="page">
        <div className="card list-card">
          {layers.isError ? (
            <FailureState error={layers.error} onRetry={() => void layers.refetch()} />
          ) : layers.data?.length === 0 ? (
            <EmptyState
              icon="calendar"
              title={t('annotationLayers.noLayers')}
              text={t('annotationLayers.noLayersText')}
            />
          ) : layers.data ? (
            <ThingsTable
              things={layers.data}
              mayWrite={mayWrite}
              nameOf={({ name }) => name}
              words={{ edit: t('annotationLayers.editLayer'), removeText: t('annotationLayers.deleteLayerText') }}
              question={({ name }) => t('annotationLayers.deleteLayer', { name })}
              onEdit={setEdited}
              remove={remove.mutateAsync}
              columns={[
                {
                  title: t('annotationLayers.name'),
                  cell: ({ id, name }) => <Link to={`/annotationlayer/${id}/annotation/`}>{name}</Link>,
                },
                { title: t('annotationLayers.description'), className: 'wide-only', cell: ({ descr }) => descr },
                {
                  title: t('annotationLayers.changed'),
                  className: 'wide-only',
                  cell: ({ changed_on_utc }) => <Age iso={changed_on_utc} />,
                },
              ]}
            />
          ) : (
            <div className="skeleton" style={{ height: 120 }} />
          )}
        </div>
      </div>
      {edited ? (
        <LayerDialog layer={edited === 'new' ? undefined : edited} onClose={() => setEdited(undefined)} />
      ) : null}
    </>
  );
}
