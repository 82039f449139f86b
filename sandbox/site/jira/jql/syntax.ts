/** Turns what the grammar's parser reports into the sentences that Jira answers with. */
import { type JQLParseError, JQLSyntaxError, RESERVED_WORDS } from '@atlaskit/jql-ast';

const OPERATORS = "'=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'";
const ESCAPES = String.raw`\', \", \t, \n, \r, \\, '\ ' and \uXXXX`;

/** Reserved characters without a place in the grammar. The others have one and are reported by what was expected. */
const FOREIGN = /^[{}*/%+^$#@?;]$/;

/** Words with a place in the grammar, which Jira reports by what it expected instead. */
const KEYWORDS = new Set(
  'and or not in is was changed empty null order by asc desc after before by during from on to cf'.split(' '),
);

/** A quoted string with its closing mark. */
const COMPLETE = /^(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')$/s;

/** Jira itself says one without the article: where it wants a value. */
const WITH_ARTICLE = 'Error in the JQL Query: ';
const WITHOUT_ARTICLE = 'Error in JQL Query: ';

interface Offence {
  /** The offending text; empty at the end of the query. */
  readonly token: string;
  /** What the parser would have taken, as it prints it. */
  readonly expected: string;
}

/** Jira's sentence for the first error of a parse. Positions count from 1, in code points. */
export function describeSyntaxError(jql: string, error: JQLParseError): string {
  if (!(error instanceof JQLSyntaxError)) return `${WITH_ARTICLE}${error.message}`;
  const characters = Array.from(jql);
  const token = characters.slice(error.start, error.stop).join('');
  const at = (shift: number): string =>
    ` (line ${error.line}, character ${error.charPositionInLine + 1 + shift})`;

  if (token.endsWith('\\') && error.stop < characters.length) {
    const sequence = `\\${characters[error.stop]}`;
    const sentence = `'${sequence}' is an illegal JQL escape sequence. The valid escape sequences are ${ESCAPES}.`;
    return `${WITH_ARTICLE}${sentence}${at(error.stop - error.start - 1)}`;
  }
  const offence = { token, expected: error.message.replace(/^.*?(?= expecting |$)/s, '') };
  const { prefix, sentence } = sentenceFor(offence, error.message);
  return `${prefix}${sentence}${token === '' ? '' : at(0)}`;
}

function sentenceFor({ token, expected }: Offence, raw: string): { prefix: string; sentence: string } {
  const plain = (sentence: string) => ({ prefix: WITH_ARTICLE, sentence });
  const atEnd = token === '';

  if (/^["']/.test(token) && !COMPLETE.test(token))
    return plain(`The quoted string '${token.slice(1)}' has not been completed.`);
  if (FOREIGN.test(token)) {
    const code = token.charCodeAt(0).toString(16).padStart(4, '0');
    return plain(
      `The character '${token}' is a reserved JQL character. You must enclose it in a string or use the escape '\\u${code}' instead.`,
    );
  }
  const word = token.toLowerCase();
  if (RESERVED_WORDS.has(word) && !KEYWORDS.has(word))
    return plain(
      `'${token}' is a reserved JQL word. You must surround it in quotation marks to use it in a query.`,
    );
  if (expected.includes('CHANGED'))
    return plain(
      atEnd
        ? `Expecting operator before the end of the query. The valid operators are ${OPERATORS}.`
        : `Expecting operator but got '${token}'. The valid operators are ${OPERATORS}.`,
    );
  if (expected.includes('CUSTOMFIELD'))
    return plain(
      atEnd
        ? 'Expecting a field name at the end of the query.'
        : `Expecting a field name but got '${token}'. You must surround '${token}' in quotation marks to use it as a field name.`,
    );
  if (expected.includes('EMPTY') || expected.includes("'('"))
    return {
      prefix: WITHOUT_ARTICLE,
      sentence: atEnd
        ? 'Expecting either a value, list or function before the end of the query.'
        : `Expecting either a value, list or function but got '${token}'. You must surround '${token}' in quotation marks to use it as a value.`,
    };
  if (expected.includes('<EOF>') && expected.includes('ORDER'))
    return plain(`Expecting either 'OR' or 'AND' but got '${token}'.`);
  const missing = /^missing (\S+) at/.exec(raw)?.[1] ?? /['"]([^\w\s<])['"]/.exec(expected)?.[1];
  if (missing) {
    const wanted = missing.replace(/'/g, '');
    return plain(
      atEnd
        ? `Expecting '${wanted}' before the end of the query.`
        : `Expecting '${wanted}' but got '${token}'.`,
    );
  }
  return plain(atEnd ? 'The query ends too early.' : `Unexpected '${token}'.`);
}
