import { figureTitles } from './figure-titles';
import { shownColour } from './colours';
import { Dimension, type Rag, type Snapshot } from './snapshot';

const named = (value: Rag | number | null): string => (value === null ? 'not computable' : String(value));

/** What one revision of a report says otherwise than the one before: colours as they were shown, then figures. */
export function changesOf(before: Snapshot, after: Snapshot): string[] {
  const changed = (title: string, was: Rag | number | null, is: Rag | number | null): string[] =>
    was === is ? [] : [`${title} ${named(is)}, was ${named(was)}`];
  return [
    ...changed('Overall', before.rag, after.rag),
    ...Dimension.options.flatMap((dimension) =>
      changed(dimension, shownColour(before, dimension), shownColour(after, dimension)),
    ),
    ...figureTitles(after.week).flatMap(([name, title]) =>
      changed(title, before.figures[name], after.figures[name]),
    ),
  ];
}
