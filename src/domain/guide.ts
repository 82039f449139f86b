/** The steps from installation to the first real week, in their order. */
export const GUIDE_STEPS = [
  'installed',
  'defaults',
  'project',
  'policy',
  'preview',
  'on',
  'run',
  'week',
] as const;
export type GuideStep = (typeof GUIDE_STEPS)[number];

/** What is the case on a site; each step follows from these, and none from a click. */
export interface GuideFacts {
  /** True once an admin has saved what projects begin with. */
  readonly hasDefaults: boolean;
  /** The project that the guide is about; `null` where none is chosen and none is set up. */
  readonly projectId: string | null;
  /** The project's settings, as far as they have been saved. */
  readonly saved: { readonly enabled: boolean; readonly switchedOnAt: string | null } | null;
  readonly previewedAt: string | null;
  /** When a look at the commitments last came to its end, an instant. */
  readonly lastRunAt: string | null;
}

const WEEK_MS = 7 * 86_400_000;

/** When the first week of a project ends that was switched on at that instant. */
export const firstWeekEnd = (switchedOnAt: string): Date => new Date(Date.parse(switchedOnAt) + WEEK_MS);

/** Which steps are behind the admin at `now`. */
export function stepsDone(facts: GuideFacts, now: Date): ReadonlySet<GuideStep> {
  const { saved, lastRunAt } = facts;
  const since = saved?.enabled ? saved.switchedOnAt : null;
  const hasRun = since !== null && lastRunAt !== null && lastRunAt >= since;
  const done: Readonly<Record<GuideStep, boolean>> = {
    installed: true,
    defaults: facts.hasDefaults,
    project: facts.projectId !== null,
    policy: saved !== null,
    preview: facts.previewedAt !== null,
    on: since !== null,
    run: hasRun,
    week: hasRun && firstWeekEnd(since) <= now,
  };
  return new Set(GUIDE_STEPS.filter((step) => done[step]));
}
