import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { placesFor, type Place } from './rules';
import { childrenOf, GRID, typeOf, type Tree } from './tree';
import type { Carry } from './useCarry';

/** Says what moves and where it would land, for those who do not see the line. */
export function useAnnouncer(tree: Tree, nameOf: (id: string) => string) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const where = useCallback(
    ({ parent, index }: Place): string => {
      const children = childrenOf(tree, parent);
      const next = children[index];
      const last = children[index - 1];
      const inside = parent === GRID ? t('board.say.board') : nameOf(parent);
      if (next !== undefined) return t('board.say.before', { inside, name: nameOf(next) });
      return last !== undefined
        ? t('board.say.after', { inside, name: nameOf(last) })
        : t('board.say.inside', { inside, kind: typeOf(tree, parent) });
    },
    [tree, nameOf, t],
  );
  const announce = useCallback(
    ({ carried, name, place, way }: Carry, event: 'up' | 'move' | 'drop' | 'cancel') => {
      const places = way === 'keys' && place ? placesFor(tree, carried) : [];
      const at = places.findIndex((one) => one.parent === place?.parent && one.index === place.index) + 1;
      const spot = place ? where(place) : '';
      setText(
        event === 'cancel'
          ? t('board.say.cancelled', { name })
          : event === 'drop'
            ? t('board.say.dropped', { name, where: spot })
            : event === 'up'
              ? t('board.say.up', { name, where: spot, at, of: places.length })
              : t('board.say.move', { where: spot, at, of: places.length }),
      );
    },
    [tree, where, t],
  );
  return { text, announce, say: setText };
}
