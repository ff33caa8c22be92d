import { useEffect } from 'react';
import { bootstrap } from '../api/bootstrap';

export function useTitle(title: string | undefined) {
  useEffect(() => {
    document.title = title ? `${title} · ${bootstrap.brand.name}` : bootstrap.brand.name;
  }, [title]);
}
