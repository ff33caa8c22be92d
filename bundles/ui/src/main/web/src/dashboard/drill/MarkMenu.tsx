import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon';
import { Menu } from '../../ui/overlays';
import './drill.css';
import type { MarkMenu as Place } from '../useMarks';

interface Props {
  readonly place: Place;
  readonly of: string;
  /** Undefined where a click in this chart filters no other. */
  readonly onFilter: (() => void) | undefined;
  readonly onDetail: () => void;
  readonly onBy: () => void;
  readonly onClose: () => void;
}

/** What can be done with a mark, where the pointer or the keys are. */
export function MarkMenu({ place, of, onFilter, onDetail, onBy, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Menu
      opened
      onChange={(open) => (open ? undefined : onClose())}
      position="bottom-start"
      width={250}
      zIndex={355}
      trapFocus
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <span className="mark-anchor" style={{ left: place.x, top: place.y }} aria-hidden="true" />
      </Menu.Target>
      <Menu.Dropdown data-testid="mark-menu" aria-label={of}>
        <Menu.Label>{of}</Menu.Label>
        {onFilter ? (
          <Menu.Item leftSection={<Icon name="filter" />} onClick={onFilter} data-testid="mark-filter">
            {t('drill.filter')}
          </Menu.Item>
        ) : null}
        <Menu.Item leftSection={<Icon name="table" />} onClick={onDetail} data-testid="mark-detail">
          {t('drill.toDetail')}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="charts" />} onClick={onBy} data-testid="mark-by">
          {t('drill.toBy')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
