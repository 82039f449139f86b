import { useState } from 'react';
import { toProblem } from './use-call';

export interface UsedDraft<Saved, Input> {
  readonly draft: Input;
  readonly change: (part: Partial<Input>) => void;
  /** Whether it says anything else than what is saved. */
  readonly isDirty: boolean;
  /** Back to what is saved. */
  readonly discard: () => void;
  /**
   * Saves it. @param send is given what the draft was begun from, and answers what is saved now. Where others have saved
   * since, the app refuses once: whoever has read that may put theirs in its place, and nothing is given to compare.
   */
  readonly save: (send: (seen: Saved | null) => Promise<Saved>) => Promise<void>;
}

interface State<Saved, Input> {
  /** What the screen was given last. */
  readonly given: string;
  readonly seen: Saved | null;
  readonly kept: Input;
  readonly draft: Input;
}

/**
 * What somebody makes of something saved, in a form. What is saved elsewhere meanwhile is taken over as long as nothing
 * is written here, and never after that.
 */
export function useDraft<Saved, Input extends object>(
  saved: Saved,
  read: (saved: Saved) => Input,
): UsedDraft<Saved, Input> {
  const begun = (): State<Saved, Input> => {
    const kept = read(saved);
    return { given: JSON.stringify(saved), seen: saved, kept, draft: kept };
  };
  const [state, setState] = useState(begun);
  const { seen, kept, draft } = state;
  const isDirty = draft !== kept && JSON.stringify(draft) !== JSON.stringify(kept);
  const given = JSON.stringify(saved);
  if (given !== state.given) setState(isDirty ? { ...state, given } : begun());
  return {
    draft,
    change: (part) => setState((before) => ({ ...before, draft: { ...before.draft, ...part } })),
    isDirty,
    discard: () => setState((before) => ({ ...before, draft: before.kept })),
    async save(send) {
      try {
        const now = await send(seen);
        setState((before) => ({ ...before, seen: now, kept: draft }));
      } catch (error) {
        if (toProblem(error).code === 'CONFLICT') setState((before) => ({ ...before, seen: null }));
        throw error;
      }
    },
  };
}
