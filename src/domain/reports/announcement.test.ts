import { textOf, type AdfDoc } from '../status';
import { announcement } from './announcement';

const input = {
  periodLabel: '2012-W29',
  correction: null,
  rag: 'amber' as const,
  people: [
    { accountId: 'ann', displayName: 'Ann Archer' },
    { accountId: 'ben', displayName: 'Ben Baker' },
  ],
  why: 'Rule: tell them once.',
  reference: 'Ref 1f3a90c2',
};
const written = (change: Partial<Parameters<typeof announcement>[0]> = {}) =>
  announcement({ ...input, ...change }) as AdfDoc;
const linesOf = (doc: AdfDoc): string[] => doc.content.map((line) => textOf(line).trim());

describe('the comment that a report is out', () => {
  it('mentions everybody who is to know, and says how to change that', () => {
    const doc = written();
    const mentioned = doc.content[0]?.content?.flatMap(({ type, attrs }) =>
      type === 'mention' ? [attrs?.['id']] : [],
    );
    expect(mentioned).toEqual(['ann', 'ben']);
    expect(linesOf(doc)).toEqual([
      'The report on 2012-W29 is published. Overall: amber. What needs attention comes first.',
      'Rule: tell them once. To change this: a project admin can edit the stakeholders in the report settings. Ref 1f3a90c2',
    ]);
  });

  it('says nothing of a colour that nobody knows', () => {
    expect(linesOf(written({ rag: null }))[0]).toBe(
      'The report on 2012-W29 is published. What needs attention comes first.',
    );
  });

  it.each([
    ['The budget was of last year', 'The budget was of last year.'],
    ['Who wrote "green"?', 'Who wrote "green"?'],
  ])('names a correction and its reason: %s', (reason, said) => {
    expect(linesOf(written({ correction: { revision: 2, reason } }))[0]).toBe(
      `The report on 2012-W29 was corrected (revision 2): ${said} Overall: amber. What changed stands at the top of the page.`,
    );
  });
});
