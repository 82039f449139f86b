import type { PeriodLength } from '../api/contract';
import { message } from './i18n';

/** What a report calls a figure, in the viewer's language; one that no message knows keeps its name. */
export const figureTitle = (name: string, length: PeriodLength): string =>
  message(`status.figures.${name}`, { length }) ?? name;
