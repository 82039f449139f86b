import { doc } from '@atlaskit/adf-utils/doc';
import { BUILT_IN_COLUMNS, type ConfiguredRegister, type HeatMapAt } from '../registers';
import { type AdfDoc, bold, grid, heatBody, issueUrl, jqlUrl, line, linked, type Words } from '../status';
import { cellWords, type Row } from './cell-words';

export interface RegisterDocument {
  readonly project: { readonly key: string; readonly name: string };
  readonly register: ConfiguredRegister;
  readonly filter: 'open' | 'all' | 'band';
  readonly band: string | null;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly heat: HeatMapAt | null;
  readonly names: Readonly<Record<string, string>>;
  readonly jql: string;
  /** How many were read, how many there are, and how many of those read are not Docket's. */
  readonly read: number;
  readonly total: number;
  readonly unreadable: number;
  readonly asOf: Date;
}

/** A part of a register for a PDF or Word export, as a table or as a coloured heat map. */
export function registerDocument(input: RegisterDocument): AdfDoc {
  const { project, register, heat, rows, asOf } = input;
  const nodes = [
    line([
      bold(`${register.title} of ${project.name}`),
      `, ${whichWords(input)}, as of ${asOf.toISOString()}.`,
    ]),
    ...(heat === null ? tableOf(input) : heatBody(heat)),
    ...notesOf(input),
  ];
  if (heat === null && rows.length === 0) nodes.splice(1, 1, line('There is none.'));
  return doc(...(nodes as Parameters<typeof doc>)) as AdfDoc;
}

const whichWords = ({ filter, band }: RegisterDocument): string =>
  filter === 'all' ? 'all of them' : band === null ? 'those that are open' : `the open ones that are ${band}`;

function tableOf({ register, columns, rows, names }: RegisterDocument) {
  const titles = columns.map((key) => BUILT_IN_COLUMNS[key] ?? register.fields[key]?.label ?? key);
  const cell = (column: string, row: Row): Words => {
    const words = cellWords(register, column, row, names);
    return column === 'key' ? linked(words, issueUrl(null, row.issueKey)) : words;
  };
  return [
    grid(
      titles,
      rows.map((row) => columns.map((column) => cell(column, row))),
    ),
  ];
}

function notesOf({ jql, read, total, unreadable }: RegisterDocument) {
  return [
    line(linked('All of them in Jira', jqlUrl(null, jql))),
    ...(read < total ? [line(`These are the first ${read} of about ${total}.`)] : []),
    ...(unreadable === 0 ? [] : [line(`Left out, since Docket did not write what they say: ${unreadable}.`)]),
  ];
}
