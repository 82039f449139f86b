import { createContext, useContext, useMemo } from 'react';
import type { Viewer } from '../api/view';
import { createFormat, type Format } from './format';

export const ViewerContext = createContext<Viewer | null>(null);

/** @throws Error outside of `mount`, which provides it. */
export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext);
  if (viewer === null) throw new Error('useViewer needs the context that mount() provides.');
  return viewer;
}

/** Dates and numbers as the viewer writes them. */
export function useFormat(): Format {
  const { locale, timeZone } = useViewer();
  return useMemo(() => createFormat(locale, timeZone), [locale, timeZone]);
}
