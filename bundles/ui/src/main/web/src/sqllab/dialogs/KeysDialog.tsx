import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import '../../app/dialogs.css';

const groups = {
  run: [
    ['Ctrl Enter', 'here'],
    ['Ctrl Shift Enter', 'all'],
    ['Ctrl Alt Enter', 'upTo'],
    ['Ctrl .', 'stop'],
    ['Ctrl E', 'explain'],
  ],
  edit: [
    ['Ctrl Space', 'complete'],
    ['Shift Alt F', 'format'],
    ['Ctrl /', 'comment'],
    ['Ctrl F', 'find'],
    ['Ctrl Z', 'undo'],
    ['Ctrl S', 'save'],
    ['Esc Tab', 'leave'],
  ],
  tabs: [
    ['← →', 'other'],
    ['Alt ← →', 'move'],
    ['F2', 'rename'],
    ['Del', 'close'],
  ],
  grid: [
    ['Shift ← ↑ → ↓', 'mark'],
    ['Ctrl C', 'copy'],
    ['Ctrl A', 'markAll'],
    ['Enter', 'view'],
  ],
  tree: [
    ['/', 'search'],
    ['← →', 'open'],
    ['Enter', 'insert'],
    ['Space', 'preview'],
  ],
} as const;

/** The keys of this page. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('lab.keys.title')}
      size={760}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <div className="lab-key-groups" data-testid="keys-dialog">
        {Object.entries(groups).map(([group, keys]) => (
          <section key={group}>
            <h3>{t(`lab.keys.${group}`)}</h3>
            <dl className="keys">
              {keys.map(([key, meaning]) => (
                <div key={key}>
                  <dt>{t(`lab.keys.does.${meaning}`)}</dt>
                  <dd>
                    {key.split(' ').map((part) => (
                      <kbd key={part}>{part}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
