import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../../ui/Icon';

interface Props {
  readonly icon: IconName;
  readonly label: string;
  readonly testId: string;
  readonly width: number;
  readonly children: ReactNode;
}

/** A menu behind a picture, in the top line of explore. */
export const IconMenu = ({ icon, label, testId, width, children }: Props) => (
  <Menu
    withInitialFocusPlaceholder={false}
    position="bottom-end"
    width={width}
    transitionProps={{ duration: 100 }}
    zIndex={350}
  >
    <Menu.Target>
      <button type="button" className="btn icon-only" aria-label={label} title={label} data-testid={testId}>
        <Icon name={icon} />
      </button>
    </Menu.Target>
    <Menu.Dropdown>{children}</Menu.Dropdown>
  </Menu>
);
