import { useState } from 'react';

export interface UsedDraft<T> {
  readonly draft: T;
  readonly change: (part: Partial<T>) => void;
  /** Whether it says anything else than what is saved. */
  readonly isDirty: boolean;
  /** It is saved as it is now. */
  readonly keep: () => void;
}

/** What somebody makes of something saved, in a form. @param saved read once. */
export function useDraft<T extends object>(saved: () => T): UsedDraft<T> {
  const [kept, setKept] = useState(saved);
  const [draft, setDraft] = useState(kept);
  return {
    draft,
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    isDirty: draft !== kept && JSON.stringify(draft) !== JSON.stringify(kept),
    keep: () => setKept(draft),
  };
}
