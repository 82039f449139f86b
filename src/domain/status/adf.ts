/**
 * A document in Atlassian Document Format as we read it back: its shape is known, its contents are anybody's.
 * https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
export interface AdfNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
  readonly content?: readonly AdfNode[] | undefined;
  readonly marks?: readonly { readonly type: string; readonly attrs?: unknown }[] | undefined;
  readonly text?: string | undefined;
}

export interface AdfDoc {
  readonly version: 1;
  readonly type: 'doc';
  readonly content: readonly AdfNode[];
}

/** The words of a node and all below it. */
export function textOf(node: AdfNode): string {
  return node.text ?? (node.content ?? []).map(textOf).join('');
}

/** True for a paragraph that shows nothing; the editor adds and drops those as it likes. */
export function isBlank(node: AdfNode): boolean {
  if (node.type !== 'paragraph') return false;
  return (node.content ?? []).every(
    (child) => child.type === 'hardBreak' || (child.type === 'text' && (child.text ?? '').trim() === ''),
  );
}

/** True for a top-level node that starts a section: a heading of level 1 or 2. */
export function startsSection(node: AdfNode): boolean {
  return node.type === 'heading' && Number(node.attrs?.['level']) <= 2;
}
