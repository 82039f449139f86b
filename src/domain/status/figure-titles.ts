import type { FigureName } from './snapshot';
import { lengthOf } from './span';

/** How the page calls each figure, in its order. */
export function figureTitles(week: string): readonly (readonly [FigureName, string])[] {
  const length = lengthOf({ label: week });
  return [
    ['open', 'Open'],
    ['overdue', 'Overdue'],
    ['overdueTo5', 'Overdue up to 5 working days'],
    ['overdueTo20', 'Overdue 6 to 20 working days'],
    ['overdueOver20', 'Overdue more than 20 working days'],
    ['opened', `Opened this ${length}`],
    ['resolved', `Resolved this ${length}`],
    ['kept', `Due this ${length} and done in time`],
    ['late', `Due this ${length} and done late`],
    ['stillDue', `Due this ${length} by the last report, and still`],
    ['pushedOut', `Pushed out of this ${length}, less pulled in`],
    ['createdSince', 'Created since the last report'],
    ['removed', 'Removed since the last report, less moved in'],
    ['total', 'All, open or done'],
    ['dueNextWeek', `Due next ${length}`],
    ['openDated', 'Open with a due date'],
    ['unowned', 'Open with a due date and without an owner'],
    ['risksRed', 'Open risks that are red'],
    ['risksAmber', 'Open risks that are amber or red'],
    ['backlog', 'Backlog from before Docket'],
  ];
}

/** The words for one figure. */
export const figureTitle = (name: FigureName, week: string): string =>
  figureTitles(week).find(([key]) => key === name)?.[1] ?? name;

/** In the order of the page. */
export const FIGURE_NAMES: readonly FigureName[] = figureTitles('').map(([name]) => name);
