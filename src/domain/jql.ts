/** A JQL string literal. Text from people is data, never syntax: what somebody named a project cannot end it. */
export function quote(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

/**
 * True where every bracket and quotation mark of a query has its partner inside it, so that brackets around it hold it
 * together: a query from a form cannot reach out of them.
 */
export function isSelfContained(jql: string): boolean {
  let depth = 0;
  let quoted: string | null = null;
  for (let i = 0; i < jql.length; i += 1) {
    const character = jql.charAt(i);
    if (quoted !== null) {
      if (character === '\\') i += 1;
      else if (character === quoted) quoted = null;
    } else if (character === '"' || character === "'") quoted = character;
    else if (character === '(') depth += 1;
    else if (character === ')' && (depth -= 1) < 0) return false;
  }
  return depth === 0 && quoted === null;
}
