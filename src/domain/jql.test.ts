import fc from '../../test/support/properties';
import { isSelfContained, quote } from './jql';

describe('a query from a form', () => {
  it.each([
    ['labels = action', true],
    ['', true],
    ['(a = b) AND (c = d)', true],
    ['summary ~ "(" AND a = b', true],
    ["summary ~ ')'", true],
    ['summary ~ "say \\"hi\\" :)"', true],
    ['summary ~ "it\'s"', true],
    ['summary ~ "\\\\"', true],
    ['a = b) OR (project = OTHER', false],
    [') OR (', false],
    ['(a = b', false],
    ['a = b)', false],
    ['summary ~ "open', false],
    ["summary ~ 'open", false],
    ['summary ~ "ends in \\"', false],
    ['summary ~ "mixed\'', false],
  ])('%j holds together: %s', (jql, expected) => {
    expect(isSelfContained(jql)).toBe(expected);
  });

  it('holds together whatever text is quoted in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(isSelfContained(`(summary ~ ${quote(text)})`)).toBe(true);
      }),
    );
  });

  it('does not reach out of brackets around it: the bracket that was opened before it closes after it', () => {
    const piece = fc.constantFrom('(', ')', '"', "'", '\\', 'a', ' ', 'OR');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const jql = pieces.join('');
        fc.pre(isSelfContained(jql));
        expect(closes(`(${jql}) AND x`)).toBe(jql.length + 1);
      }),
      { numRuns: 3_000 },
    );
  });

  it('is refused with one more bracket on either side', () => {
    const piece = fc.constantFrom('a = b', '(c = d)', ' AND ', '"("', "')'", 'e in (f, "g")');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const jql = pieces.join(' ');
        expect(isSelfContained(jql)).toBe(true);
        for (const broken of [`${jql})`, `(${jql}`, `)${jql}(`, `${jql}"`])
          expect(isSelfContained(broken)).toBe(false);
      }),
    );
  });
});

/** Where the first bracket's partner stands: quoted parts are taken out first, keeping their length. */
function closes(jql: string): number {
  const bare = jql.replace(/"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'/gs, (part) => '_'.repeat(part.length));
  let depth = 0;
  return [...bare].findIndex((character) => {
    if (character === '(') depth += 1;
    return character === ')' && (depth -= 1) === 0;
  });
}
