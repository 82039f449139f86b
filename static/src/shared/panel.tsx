import { createContext, useContext, useEffect } from 'react';

/** A part of a screen that stays open while another is looked at. */
export interface Panel {
  /** Whether it is the part that is looked at. */
  readonly isActive: boolean;
  /** Says what it shows, for the window's title and its heading; `null` for no more than its own name. */
  readonly describe: (subject: readonly string[] | null) => void;
}

/** A screen that has no parts is always looked at. */
export const PanelContext = createContext<Panel>({ isActive: true, describe: () => undefined });

export const usePanel = (): Panel => useContext(PanelContext);

/** Between the parts of a window's title. */
const BETWEEN = ' · ';

export const titleOf = (parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(BETWEEN);

/** Names what is open in this part of the screen, the most particular first; nothing where it is not known yet. */
export function useSubject(...subject: readonly string[]): void {
  const { describe } = usePanel();
  const key = JSON.stringify(subject.filter((part) => part !== ''));
  useEffect(() => {
    const parts = JSON.parse(key) as string[];
    if (parts.length === 0) return undefined;
    describe(parts);
    return () => describe(null);
  }, [describe, key]);
}
