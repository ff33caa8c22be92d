import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import './dialogs.css';

const keys = [
  ['Ctrl K', 'palette'],
  ['/', 'search'],
  ['r', 'refresh'],
  ['Ctrl Enter', 'update'],
  ['Ctrl S', 'save'],
  ['Ctrl Z', 'undo'],
  ['Shift Ctrl Z', 'redo'],
  ['Alt →', 'move'],
  ['e', 'edit'],
  ['f', 'fullScreen'],
  ['Esc', 'close'],
  ['?', 'help'],
] as const;

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('help.title')}
      size={420}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <dl className="keys">
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>{t(`help.keys.${meaning}`)}</dt>
            <dd>
              {key.split(' ').map((part) => (
                <kbd key={part}>{part}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
