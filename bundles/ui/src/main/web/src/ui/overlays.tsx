import type { Menu as FullMenu, MenuProps, Popover as FullPopover, PopoverProps } from '@mantine/core';
import {
  cloneElement,
  createContext,
  createElement,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type FunctionComponent,
  type HTMLAttributes,
  type ReactElement,
  type ReactNode,
  type RefAttributes,
  type RefObject,
} from 'react';
import { useFailureText } from './failure';
import { say } from './toast';

/**
 * Mantine's Menu and Popover, used as there, for pages that should draw before anybody opens one: what opens them stands
 * at once, the library comes when the pointer or the focus reaches it.
 */
type Kit = typeof import('./overlayKit');

let loaded: Kit | undefined;
const load = async (): Promise<Kit> => (loaded ??= await import('./overlayKit'));
const soon = () => void load().catch(() => undefined);

interface Door {
  readonly kit: Kit | undefined;
  readonly opened: boolean;
  /** Whether the door has to be turned by a click on the target. */
  readonly turns: boolean;
  readonly turn: () => void;
  readonly target: RefObject<HTMLElement | null>;
}

const DoorContext = createContext<Door | undefined>(undefined);

function useDoor(): Door {
  const door = useContext(DoorContext);
  if (!door) throw new Error('Only within a menu or a popover');
  return door;
}

interface Opening {
  readonly opened?: boolean | undefined;
  readonly onChange?: ((opened: boolean) => void) | undefined;
}

function useOpening(props: Opening, kind: 'menu' | 'popover') {
  const words = useFailureText();
  const [own, setOwn] = useState(false);
  const [kit, setKit] = useState(loaded);
  const [stands, setStands] = useState(loaded !== undefined);
  const target = useRef<HTMLElement>(null);
  const focused = useRef(false);
  const controlled = props.opened !== undefined;
  const opened = props.opened ?? own;
  const change = (next: boolean) => {
    setOwn(next);
    props.onChange?.(next);
  };
  const failed = (error: unknown) => {
    change(false);
    say(words(error).title, 'bad');
  };
  const wanted = opened && !kit;
  useEffect(() => {
    if (!wanted) return;
    let gone = false;
    void load().then(
      (found) => {
        if (gone) return;
        focused.current = target.current !== null && target.current === document.activeElement;
        setKit(found);
      },
      (error: unknown) => (gone ? undefined : failed(error)),
    );
    return () => {
      gone = true;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what happens when it fails is that of the moment
  }, [wanted]);
  useEffect(() => {
    if (!kit || stands) return;
    // The library puts a target of its own in the place of ours, and gives the focus back to whoever has it when it opens.
    if (focused.current) target.current?.focus();
    setStands(true);
  }, [kit, stands]);
  const turns = !controlled && (kind === 'popover' || !kit);
  const door = useMemo<Door>(
    () => ({ kit, opened, turns, turn: () => change(!opened), target }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- change is the same for the same state
    [kit, opened, turns],
  );
  return { kit, door, opened: opened && stands, change };
}

export function MenuRoot(props: MenuProps) {
  const { kit, door, opened, change } = useOpening(props, 'menu');
  return (
    <DoorContext value={door}>
      {kit ? <kit.Menu {...props} opened={opened} onChange={change} /> : props.children}
    </DoorContext>
  );
}

export function PopoverRoot(props: PopoverProps) {
  const { kit, door, opened, change } = useOpening(props, 'popover');
  return (
    <DoorContext value={door}>
      {kit ? <kit.Popover {...props} opened={opened} onChange={change} /> : props.children}
    </DoorContext>
  );
}

type Child = ReactElement<HTMLAttributes<HTMLElement> & RefAttributes<HTMLElement>>;

function useTarget(child: Child, popup: 'menu' | 'dialog'): Child {
  const { kit, opened, turns, turn, target } = useDoor();
  const { props } = child;
  const { ref: own } = props;
  const ref = useCallback(
    (node: HTMLElement | null) => {
      target.current = node;
      if (typeof own === 'function') own(node);
      else if (own) own.current = node;
    },
    [own, target],
  );
  return cloneElement(child, {
    ref,
    ...(turns
      ? {
          onClick: (event) => {
            props.onClick?.(event);
            turn();
          },
        }
      : {}),
    ...(kit
      ? {}
      : {
          onPointerEnter: (event) => {
            props.onPointerEnter?.(event);
            soon();
          },
          onFocus: (event) => {
            props.onFocus?.(event);
            soon();
          },
          'aria-haspopup': props['aria-haspopup'] ?? popup,
          'aria-expanded': props['aria-expanded'] ?? opened,
        }),
  });
}

function MenuTarget({ children }: { readonly children: Child }) {
  const target = useTarget(children, 'menu');
  const { kit } = useDoor();
  return kit ? <kit.Menu.Target>{target}</kit.Menu.Target> : target;
}

function PopoverTarget({ children }: { readonly children: Child }) {
  const target = useTarget(children, 'dialog');
  const { kit } = useDoor();
  return kit ? <kit.Popover.Target>{target}</kit.Popover.Target> : target;
}

/** A part of what is opened: not there before the library is. */
const part = <C,>(of: (kit: Kit) => unknown): C => {
  const Part = (props: { readonly children?: ReactNode }) => {
    const { kit } = useDoor();
    return kit ? createElement(of(kit) as FunctionComponent<typeof props>, props) : null;
  };
  return Part as C;
};

export const Menu = Object.assign(MenuRoot, {
  Target: MenuTarget,
  Dropdown: part<typeof FullMenu.Dropdown>((kit) => kit.Menu.Dropdown),
  Item: part<typeof FullMenu.Item>((kit) => kit.Menu.Item),
  Label: part<typeof FullMenu.Label>((kit) => kit.Menu.Label),
  Divider: part<typeof FullMenu.Divider>((kit) => kit.Menu.Divider),
  RadioGroup: part<typeof FullMenu.RadioGroup>((kit) => kit.Menu.RadioGroup),
  RadioItem: part<typeof FullMenu.RadioItem>((kit) => kit.Menu.RadioItem),
});

export const Popover = Object.assign(PopoverRoot, {
  Target: PopoverTarget,
  Dropdown: part<typeof FullPopover.Dropdown>((kit) => kit.Popover.Dropdown),
});
