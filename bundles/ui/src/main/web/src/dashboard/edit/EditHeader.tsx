import { useTranslation } from 'react-i18next';
import { useEditing } from './EditContext';
import { white } from './EditNode';
import { setMeta } from './operations';
import { BackgroundTool, Tools } from './Tools';
import { textOf } from './tree';

const sizes = ['SMALL_HEADER', 'MEDIUM_HEADER', 'LARGE_HEADER'] as const;

export function EditHeader({ id, moving }: { id: string; moving: string }) {
  const { t } = useTranslation();
  const { tree, apply } = useEditing();
  const size = textOf(tree, id, 'headerSize') || 'MEDIUM_HEADER';
  return (
    <div
      className={`edit-node edit-header${white(textOf(tree, id, 'background'))}${moving}`}
      data-node={id}
      data-testid="edit-header"
    >
      <Tools id={id} place="beside">
        <select
          className="edit-tool"
          aria-label={t('board.headerSize')}
          value={size}
          onChange={(event) => {
            const { value } = event.currentTarget;
            apply((old) => setMeta(old, id, { headerSize: value }));
          }}
        >
          {sizes.map((one) => (
            <option key={one} value={one}>
              {t(`board.size_${one}`)}
            </option>
          ))}
        </select>
        <BackgroundTool id={id} />
      </Tools>
      <input
        className={`tile-header ${size.split('_')[0]?.toLowerCase()}`}
        aria-label={t('board.headerText')}
        placeholder={t('board.headerText')}
        value={textOf(tree, id, 'text')}
        onChange={(event) => {
          const { value } = event.currentTarget;
          apply((old) => setMeta(old, id, { text: value }), `text ${id}`);
        }}
      />
    </div>
  );
}
