import { settings } from '../../src/contract';
import { SEED_NOW } from '../seed/days';
import type { StoryStep } from './step';

/** What is promised in the project's meetings counts like any other commitment. */
export const MEETING_STEPS: readonly StoryStep[] = [
  {
    at: SEED_NOW,
    project: 'PAY',
    by: 'ines',
    on: 'project-settings',
    async does(ask) {
      const { settings: usual } = await ask(settings.read, {});
      await ask(settings.save, { ...usual, tasks: { ...usual.tasks, spaceKeys: ['PAY'] } });
    },
  },
];
