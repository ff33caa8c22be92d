import { useEffect } from 'react';
import { useLocation } from 'react-router';
import type { Tile } from '../layout';
import { tabsTo } from './anchors';

const MARKED_FOR = 4000;

/** Opens the tabs around the node that the address points at, scrolls to it and marks it for a moment. */
export function useAnchor(tiles: readonly Tile[], choose: (tabs: string, tab: string) => void) {
  const { hash } = useLocation();
  useEffect(() => {
    const id = decodeURIComponent(hash.slice(1));
    const path = id ? tabsTo(tiles, id) : undefined;
    if (!path) return undefined;
    path.forEach(([tabs, tab]) => choose(tabs, tab));
    let marked: Element | null = null;
    const waiting = setTimeout(() => {
      marked = document.getElementById(id);
      marked?.scrollIntoView({ block: 'start' });
      marked?.classList.add('anchored');
    }, 60);
    const ending = setTimeout(() => marked?.classList.remove('anchored'), MARKED_FOR);
    return () => {
      clearTimeout(waiting);
      clearTimeout(ending);
      marked?.classList.remove('anchored');
    };
    // the layout is the same as long as its ids are
  }, [hash, tiles.map(({ id }) => id).join(), choose]);
}
