import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dashboard } from '../../api/types';
import { Age } from '../../ui/Age';
import { ChangeList } from './ChangeList';
import { changesBetween } from './changes';
import type { Base, Draft } from './useEditor';
import '../../app/dialogs.css';

interface Props {
  readonly stored: Dashboard;
  readonly theirs: Base;
  readonly base: Base;
  readonly mine: Draft;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onOver: () => void;
  readonly onCopy: () => void;
  readonly onTheirs: () => void;
}

/** Two people saved the same dashboard: who was first, what both did, and ways on in which nothing is lost. */
export function ConflictDialog(props: Props) {
  const { t } = useTranslation();
  const [looking, setLooking] = useState(false);
  const { stored, theirs, base, mine, busy } = props;
  const name = stored.changed_by_name || t('save.somebody');
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('board.conflict.title')}
      size={620}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <div data-testid="board-conflict">
        <p className="dialog-text">
          {t('board.conflict.text', { name })} <Age iso={stored.changed_on_utc} />. {t('board.conflict.kept')}
        </p>
        <button
          type="button"
          className="btn small"
          aria-expanded={looking}
          data-testid="conflict-look"
          onClick={() => setLooking((now) => !now)}
        >
          {t('board.conflict.look')}
        </button>
        {looking ? (
          <div className="conflict-sides">
            <section>
              <h3>{t('board.conflict.theirs', { name })}</h3>
              <ChangeList changes={changesBetween(base, theirs)} label={t('board.conflict.theirs', { name })} />
            </section>
            <section>
              <h3>{t('board.conflict.mine')}</h3>
              <ChangeList changes={changesBetween(base, mine)} label={t('board.conflict.mine')} />
            </section>
          </div>
        ) : null}
        <ul className="conflict-ways">
          <li>
            <button type="button" className="btn" disabled={busy} onClick={props.onCopy} data-testid="conflict-copy">
              {t('board.conflict.asCopy')}
            </button>
            <span>{t('board.conflict.asCopyText')}</span>
          </li>
          <li>
            <button
              type="button"
              className="btn"
              disabled={busy}
              onClick={props.onTheirs}
              data-testid="conflict-theirs"
            >
              {t('board.conflict.takeTheirs')}
            </button>
            <span>{t('board.conflict.takeTheirsText')}</span>
          </li>
          <li>
            <button
              type="button"
              className="btn danger"
              disabled={busy}
              onClick={props.onOver}
              data-testid="conflict-over"
            >
              {t('board.conflict.over')}
            </button>
            <span>{t('board.conflict.overText', { name })}</span>
          </li>
        </ul>
      </div>
    </Modal>
  );
}
