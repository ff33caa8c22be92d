import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Borders } from './Borders';
import { useEditing } from './EditContext';
import { setMeta } from './operations';
import { Tool, Tools } from './Tools';
import { numberOf, textOf, UNIT, widthOf } from './tree';

const Markdown = lazy(() => import('../Markdown'));

/** Text in place: written on one side, seen on the other as readers will see it. */
export function EditMarkdown({ id, moving }: { id: string; moving: string }) {
  const { t } = useTranslation();
  const { tree, apply, beginPointer, nameOf } = useEditing();
  const code = textOf(tree, id, 'code');
  const [writing, setWriting] = useState(code === '');
  return (
    <div
      className={`edit-node edit-markdown${writing ? ' writing' : ''}${moving}`}
      data-node={id}
      data-testid="edit-markdown"
      style={{ gridColumn: `span ${widthOf(tree, id)}`, minHeight: numberOf(tree, id, 'height', 50) * UNIT }}
    >
      <Tools id={id} place="over">
        <Tool
          label={t(writing ? 'board.writingDone' : 'board.write')}
          icon={writing ? 'check' : 'edit'}
          onClick={() => setWriting((now) => !now)}
          testId="edit-text"
        />
      </Tools>
      {writing ? (
        <textarea
          className="input"
          aria-label={t('board.text')}
          placeholder={t('board.textHint')}
          value={code}
          autoFocus={code === ''}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setWriting(false);
          }}
          onChange={(event) => {
            const { value } = event.currentTarget;
            apply((old) => setMeta(old, id, { code: value }), `text ${id}`);
          }}
        />
      ) : null}
      <div
        className="markdown"
        aria-label={writing ? t('board.preview') : undefined}
        role={writing ? 'region' : undefined}
      >
        {code === '' && !writing ? <p className="edit-vacant">{t('board.noText')}</p> : null}
        <Suspense fallback={null}>
          <Markdown source={code} />
        </Suspense>
      </div>
      {writing ? null : (
        <div
          className="edit-sheet"
          aria-hidden="true"
          title={t('board.moveHint')}
          onPointerDown={(event) => beginPointer(event, { kind: 'node', id }, nameOf(id))}
          onDoubleClick={() => setWriting(true)}
        />
      )}
      <Borders id={id} high />
    </div>
  );
}
