import { type AdfDoc, type Marks, withoutBlocks } from '../status';
import { isBoxChecked, streamTitle } from './page';
import { readUpdate } from './read-section';
import { answer, isEmpty, type Report, type Stream, type Update } from './report';

const said = ({ done, next, blocked, confidence, needsDecision }: Update): string =>
  JSON.stringify([done, next, blocked, confidence, needsDecision]);

/**
 * Takes in what leads have written on the page, in place of what was heard there before. An answer from Jira stands
 * until it is given back: what the page says beside it stays on the page. A section that was given back is answered
 * by other words, or by checking its box again.
 */
export function hearPage(report: Report, doc: AdfDoc, marks: Marks, now: Date): Report {
  const people = withoutBlocks(doc, marks, report.streams.map(streamTitle));
  return report.streams.reduce((heard, stream) => {
    const update = readUpdate(people, stream);
    if (!update || isEmpty(update) || !isNews(stream, update, () => isBoxChecked(doc, marks, stream)))
      return heard;
    // Who may edit the page answers for the lead: Confluence does not say whose words a table holds.
    const step = answer(heard, stream.id, update, 'page', { by: stream.leadId, now }, true);
    return step.ok ? step.report : heard;
  }, report);
}

function isNews(stream: Stream, update: Update, isChecked: () => boolean): boolean {
  const before = stream.answer;
  if (before === null) return true;
  if (before.source === 'jira' && stream.returned === null) return false;
  if (said(update) !== said(before)) return before.source === 'page' || stream.returned !== null;
  return stream.returned !== null && isChecked();
}
