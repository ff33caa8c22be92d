import { useParams } from 'react-router';
import { useDataset } from '../api/queries';
import { useTitle } from '../app/useTitle';
import { FailureState } from '../ui/States';
import './words';
import { DatasetEditor } from './DatasetEditor';
import { NewDataset } from './NewDataset';
import '../explore/explore.css';
import '../explore/controls.css';
import '../explore/stage/stage.css';
import './dataset.css';

/** `/dataset/7` edits one, `/dataset/add/` makes one. */
export default function DatasetPage() {
  const { id } = useParams();
  return id === undefined || id === 'add' ? <NewDataset /> : <Known id={Number(id)} />;
}

function Known({ id }: { id: number }) {
  const dataset = useDataset(id);
  useTitle(dataset.data?.table_name ?? '…');
  if (dataset.error && !dataset.data)
    return <FailureState error={dataset.error} onRetry={() => void dataset.refetch()} />;
  if (!dataset.data) {
    return (
      <div className="top" aria-hidden="true">
        <div>
          <div className="skeleton" style={{ width: 90, height: 12, marginBottom: 8 }} />
          <div className="skeleton" style={{ width: 240, height: 22 }} />
        </div>
      </div>
    );
  }
  return <DatasetEditor key={id} dataset={dataset.data} />;
}
