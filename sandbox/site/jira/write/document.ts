import { adfProblems } from '../../adf';
import type { AdfDoc } from '../../entities';
import { TEXT_FIELD_MAX_CHARACTERS } from '../../limits';
import { jiraError } from '../../operation';

/** Characters of text in a document: what Jira's text limit counts. */
const textLength = (node: unknown): number => {
  if (typeof node !== 'object' || node === null) return 0;
  const { text, content } = node as { text?: unknown; content?: unknown };
  const own = typeof text === 'string' ? text.length : 0;
  return (
    own + (Array.isArray(content) ? content.reduce((sum: number, child) => sum + textLength(child), 0) : 0)
  );
};

/**
 * Takes a document as REST v3 demands it: ADF, never a string.
 * @throws SiteError 400, with `notAdf` where the value is no document at all.
 */
export function requireDocument(value: unknown, field: string, notAdf: string): AdfDoc {
  if (typeof value !== 'object' || value === null || !('type' in value) || value.type !== 'doc') {
    throw jiraError(400, [], { [field]: notAdf });
  }
  const problems = adfProblems(value);
  if (problems !== '') throw jiraError(400, 'INVALID_INPUT', { [field]: problems });
  if (textLength(value) > TEXT_FIELD_MAX_CHARACTERS) {
    const message = `The entered text is too long. It exceeds the allowed limit of ${TEXT_FIELD_MAX_CHARACTERS.toLocaleString('en-US')} characters.`;
    throw jiraError(400, [], { [field]: message });
  }
  return value as AdfDoc;
}

/** @throws SiteError 400 where a comment has no body, a plain string, or an invalid document. */
export function requireCommentBody(value: unknown): AdfDoc {
  if (value === undefined || value === null || value === '') {
    throw jiraError(400, [], { comment: 'Comment body can not be empty!' });
  }
  return requireDocument(value, 'comment', 'Comment body is not valid!');
}
