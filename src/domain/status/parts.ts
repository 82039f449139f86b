import { bulletList } from '@atlaskit/adf-utils/bullet-list';
import { link } from '@atlaskit/adf-utils/link';
import { listItem } from '@atlaskit/adf-utils/list-item';
import { paragraph } from '@atlaskit/adf-utils/paragraph';
import { status } from '@atlaskit/adf-utils/status';
import { strong } from '@atlaskit/adf-utils/strong';
import { table } from '@atlaskit/adf-utils/table';
import { tableCell } from '@atlaskit/adf-utils/table-cell';
import { tableHeader } from '@atlaskit/adf-utils/table-header';
import { tableRow } from '@atlaskit/adf-utils/table-row';
import { text } from '@atlaskit/adf-utils/text';
import type { AdfNode } from './adf';
import type { Rag } from './snapshot';

/*
 * The few forms that the status page is made of. Each builder of the library is imported by its own path: its index
 * would bring a validator and half of an editor into the bundle.
 */

export type Inline = Parameters<typeof paragraph>[number];
/** One cell or line: a text, or pieces of it. */
export type Words = Inline | readonly Inline[];

const COLOURS = { green: 'green', amber: 'yellow', red: 'red' } as const;

/** A lozenge with the colour's name in it, so that it reads without colour too. */
export function lozenge(rag: Rag | null): Inline {
  if (rag === null) return status({ text: 'NOT COMPUTABLE', color: 'neutral' });
  return status({ text: rag.toUpperCase(), color: COLOURS[rag] });
}

/** Words that lead somewhere. Texts must not be empty in ADF; nor would an empty link be of use. */
export function linked(words: string, href: string): Inline {
  return link({ href })(text(words === '' ? href : words)) as Inline;
}

export const bold = (words: string): Inline => strong(text(words)) as Inline;

const piecesOf = (words: Words): Inline[] =>
  (Array.isArray(words) ? (words as Inline[]) : [words as Inline]).filter((piece) => piece !== '');

export const line = (words: Words): AdfNode => node(paragraph(...piecesOf(words)));

export const bullets = (lines: readonly Words[]): AdfNode =>
  node(bulletList(...lines.map((words) => listItem([paragraph(...piecesOf(words))]))));

/** A table with a header row; every row has as many cells as there are titles. */
export function grid(titles: readonly string[], rows: readonly (readonly Words[])[]): AdfNode {
  const header = tableRow(titles.map((title) => tableHeader({})(paragraph(bold(title)))));
  const body = rows.map((cells) =>
    tableRow(cells.map((words) => tableCell({})(paragraph(...piecesOf(words))))),
  );
  return node(table(header, ...body));
}

/** The library's types name each attribute; ours only know that there may be some. */
export function node(built: { readonly type: string }): AdfNode {
  return built as AdfNode;
}
