import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useDataset } from '../api/queries';
import { useTitle } from '../app/useTitle';
import { Icon } from '../ui/Icon';
import { DatasetList } from './DatasetList';
import { Gallery } from './Gallery';
import './explore.css';
import './start.css';

/** A new chart: which data, then which type. */
export function StartPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [datasetId, setDatasetId] = useState<number>();
  const [vizType, setVizType] = useState<string>();
  const dataset = useDataset(datasetId).data;
  // In whichever order: with both there is something to draw.
  useEffect(() => {
    if (datasetId === undefined || vizType === undefined) return;
    void navigate(`/explore/?datasource_type=table&datasource_id=${datasetId}&viz_type=${vizType}`);
  }, [datasetId, vizType, navigate]);
  useTitle(t('explore.newChart'));
  return (
    <div className="start">
      <div className="top">
        <div>
          <div className="crumb">
            <Link to="/chart/list/">{t('nav.charts')}</Link>
          </div>
          <h1>{t('explore.newChart')}</h1>
        </div>
      </div>
      <div className="start-steps">
        <section className="card start-data" aria-label={t('explore.whichData')}>
          <div className="start-head">
            <h2>
              <span className="step">1</span>
              {t('explore.whichData')}
            </h2>
            <Link className="btn small" to="/dataset/add/">
              <Icon name="plus" size={13} />
              {t('dataset.new')}
            </Link>
          </div>
          <DatasetList chosen={datasetId} onChoose={({ id }) => setDatasetId(id)} />
        </section>
        <section className="card start-type" aria-label={t('explore.gallery')}>
          <h2>
            <span className="step">2</span>
            {t('explore.gallery')}
          </h2>
          {datasetId === undefined ? <p className="muted">{t('explore.dataFirst')}</p> : null}
          <Gallery value={vizType ?? ''} dataset={dataset} form={{}} onChange={setVizType} />
        </section>
      </div>
    </div>
  );
}
