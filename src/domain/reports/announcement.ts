import { doc, em, mention, p, text } from '@atlaskit/adf-utils/builders';
import type { Rag } from '../status';

/** The stage under which the ledger keeps the news that a report, or a correction of it, is out. */
export const PUBLISHED_STAGE = 'published';

const sentence = (words: string): string => (/[.!?]$/u.test(words) ? words : `${words}.`);

/** The comment by which stakeholders learn that a report or a correction of it is out, as an ADF document. */
export function announcement(input: {
  readonly periodLabel: string;
  /** `null`: the report is out for the first time. */
  readonly correction: { readonly revision: number; readonly reason: string } | null;
  readonly rag: Rag | null;
  readonly people: readonly { readonly accountId: string; readonly displayName: string }[];
  readonly why: string;
  /** What the comment is recognised by. */
  readonly reference: string;
}): unknown {
  const { periodLabel, correction, rag, people, why, reference } = input;
  const mentions = people.flatMap(({ accountId, displayName }) => [
    mention({ id: accountId, text: `@${displayName}` }),
    text(' '),
  ]);
  const colour = rag === null ? '' : ` Overall: ${rag}.`;
  const news =
    correction === null
      ? `The report on ${periodLabel} is published.${colour} What needs attention comes first.`
      : `The report on ${periodLabel} was corrected (revision ${correction.revision}): ${sentence(correction.reason)}${colour} What changed stands at the top of the page.`;
  return doc(
    p(...mentions, text(news)),
    p(
      em(
        `${why} To change this: a project admin can edit the stakeholders in the report settings. ${reference}`,
      ),
    ),
  );
}
