import { instantAt } from '../seed/days';
import { MEETING_STEPS } from './meetings';
import { PLAN_STEPS } from './plan';
import { REPORT_STEPS } from './reporting';
import type { StoryStep } from './step';

export { GLANCE_TITLE, putGlance } from './glance';
export { scheduleWork } from './work';
export type { Ask, StoryStep } from './step';

/**
 * What people do in Docket in the two weeks that the demonstration opens with, in the order of time: the second report waits
 * for its reviewer when they are over.
 */
export const DEMO_STORY: readonly StoryStep[] = [...MEETING_STEPS, ...PLAN_STEPS, ...REPORT_STEPS].sort(
  (a, b) => a.at - b.at,
);

/** Friday of the second week, between cut-off and publication; epoch milliseconds. */
export const DEMO_END = instantAt(11, 13, 30);
