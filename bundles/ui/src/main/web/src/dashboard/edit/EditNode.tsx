import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon';
import { Borders } from './Borders';
import { EditChart } from './EditChart';
import { useEditing } from './EditContext';
import { EditHeader } from './EditHeader';
import { EditMarkdown } from './EditMarkdown';
import { EditTabs } from './EditTabs';
import { BackgroundTool, Tools } from './Tools';
import { childrenOf, columnsIn, textOf, typeOf, WHITE, widthOf } from './tree';

export const white = (background: string) => (background === WHITE ? ' white' : '');

/** One node of the layout while it is edited, and all below it. */
export function EditNode({ id }: { id: string }) {
  const { tree, carry } = useEditing();
  const moving = carry?.carried.kind === 'node' && carry.carried.id === id ? ' moving' : '';
  switch (typeOf(tree, id)) {
    case 'ROW':
      return <EditRow id={id} moving={moving} />;
    case 'COLUMN':
      return <EditColumn id={id} moving={moving} />;
    case 'CHART':
      return <EditChart id={id} moving={moving} />;
    case 'MARKDOWN':
      return <EditMarkdown id={id} moving={moving} />;
    case 'HEADER':
      return <EditHeader id={id} moving={moving} />;
    case 'DIVIDER':
      return (
        <div className={`edit-node edit-divider${moving}`} data-node={id}>
          <Tools id={id} place="beside" />
          <hr className="tile-divider" />
        </div>
      );
    case 'TABS':
      return <EditTabs id={id} moving={moving} />;
    default:
      return <Unknown id={id} />;
  }
}

export const Inside = ({ id }: { id: string }) => {
  const { tree } = useEditing();
  return childrenOf(tree, id).map((child) => <EditNode key={child} id={child} />);
};

/** An invitation where nothing is yet. */
export function Vacant() {
  const { t } = useTranslation();
  return <p className="edit-vacant">{t('board.dropHere')}</p>;
}

function EditRow({ id, moving }: { id: string; moving: string }) {
  const { tree } = useEditing();
  const columns = columnsIn(tree, id);
  const empty = childrenOf(tree, id).length === 0;
  return (
    <div
      className={`edit-node edit-row${white(textOf(tree, id, 'background'))}${empty ? ' vacant' : ''}${moving}`}
      data-node={id}
      data-testid="edit-row"
    >
      <Tools id={id} place="beside">
        <BackgroundTool id={id} />
      </Tools>
      <div className="tile-row" style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
        <Inside id={id} />
        {empty ? <Vacant /> : null}
      </div>
    </div>
  );
}

function EditColumn({ id, moving }: { id: string; moving: string }) {
  const { tree } = useEditing();
  return (
    <div
      className={`edit-node edit-column${white(textOf(tree, id, 'background'))}${moving}`}
      data-node={id}
      data-testid="edit-column"
      style={{ gridColumn: `span ${widthOf(tree, id)}` }}
    >
      <Tools id={id} place="over">
        <BackgroundTool id={id} />
      </Tools>
      <div className="tile-column">
        <Inside id={id} />
        {childrenOf(tree, id).length === 0 ? <Vacant /> : null}
      </div>
      <Borders id={id} high={false} />
    </div>
  );
}

/** Kinds that other versions know: they stay as they are, and can be moved or taken out. */
function Unknown({ id }: { id: string }) {
  const { t } = useTranslation();
  const { tree } = useEditing();
  return (
    <div className="edit-node edit-unknown" data-node={id}>
      <Tools id={id} place="beside" />
      <p>
        <Icon name="help" size={14} /> {t('board.unknown', { type: typeOf(tree, id) })}
      </p>
      <Inside id={id} />
    </div>
  );
}
