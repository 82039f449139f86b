import type { Plugin } from 'vite';
import { overBudget, sizesOfBuild } from './sizes.ts';

/** Fails the build where a page has grown beyond its budget. */
export const sizeBudget = (folder: string): Plugin => ({
  name: 'size-budget',
  apply: 'build',
  closeBundle() {
    const faults = overBudget(sizesOfBuild(folder));
    if (faults.length > 0) this.error(faults.join('\n'));
  },
});
