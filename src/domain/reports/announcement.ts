import { doc, em, mention, p, text } from '@atlaskit/adf-utils/builders';
import type { Rag } from '../status';

/** The stage under which the ledger keeps the news that a report is out. */
export const PUBLISHED_STAGE = 'published';

/** The comment by which stakeholders learn that a report is out, as an ADF document. */
export function announcement(input: {
  readonly periodLabel: string;
  readonly rag: Rag | null;
  readonly people: readonly { readonly accountId: string; readonly displayName: string }[];
  readonly why: string;
  /** What the comment is recognised by. */
  readonly reference: string;
}): unknown {
  const { periodLabel, rag, people, why, reference } = input;
  const mentions = people.flatMap(({ accountId, displayName }) => [
    mention({ id: accountId, text: `@${displayName}` }),
    text(' '),
  ]);
  const colour = rag === null ? '' : ` Overall: ${rag}.`;
  return doc(
    p(
      ...mentions,
      text(`The report on ${periodLabel} is published.${colour} What needs attention comes first.`),
    ),
    p(
      em(
        `${why} To change this: a project admin can edit the stakeholders in the report settings. ${reference}`,
      ),
    ),
  );
}
