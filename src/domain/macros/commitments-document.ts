import { doc } from '@atlaskit/adf-utils/doc';
import { type AdfDoc, bold, grid, line, linked, type Words } from '../status';

export interface CommitmentLine {
  readonly item: string;
  /** Relative where the site is not known. */
  readonly url: string;
  readonly summary: string;
  /** Display name; `null`: nobody. */
  readonly owner: string | null;
  readonly dueDate: string;
  readonly daysLate: number;
}

export interface CommitmentsDocument {
  readonly project: { readonly key: string; readonly name: string };
  readonly isOwn: boolean;
  readonly parts: readonly {
    readonly part: 'late' | 'today' | 'next';
    readonly lines: readonly CommitmentLine[];
    readonly count: number;
  }[];
  readonly owners: readonly { readonly owner: string | null; readonly open: number; readonly late: number }[];
  readonly isWhole: boolean;
  readonly unseen: readonly string[];
  readonly asOf: Date;
}

const TITLES = { late: 'Late', today: 'Due today', next: 'Due next' } as const;
const NOBODY = 'Nobody';

/** What people owe in a project, for a PDF or Word export: a table a part, and one by owner. */
export function commitmentsDocument(input: CommitmentsDocument): AdfDoc {
  const { project, isOwn, parts, owners, isWhole, unseen, asOf } = input;
  const nodes = [
    line([
      bold(`Commitments of ${project.name}`),
      `${isOwn ? ', those of whoever exports it' : ''}, as of ${asOf.toISOString()}.`,
    ]),
    ...parts.flatMap(({ part, lines, count }) => [
      line(bold(`${TITLES[part]}: ${count}`)),
      ...(lines.length === 0
        ? []
        : [grid(['Item', 'Summary', 'Owner', 'Due', 'Working days late'], lines.map(cellsOf))]),
      ...(count > lines.length ? [line(`And ${count - lines.length} more.`)] : []),
    ]),
    ...(owners.length === 0
      ? []
      : [
          line(bold('By owner')),
          grid(
            ['Owner', 'Open', 'Late'],
            owners.map(({ owner, open, late }) => [owner ?? NOBODY, String(open), String(late)]),
          ),
        ]),
    ...(isWhole ? [] : [line('There is more than was read. The counts are of the first ones by date.')]),
    ...unseen.map((what) => line(`Not read: ${what}`)),
  ];
  return doc(...(nodes as Parameters<typeof doc>)) as AdfDoc;
}

const cellsOf = ({ item, url, summary, owner, dueDate, daysLate }: CommitmentLine): Words[] => [
  linked(item, url),
  summary,
  owner ?? NOBODY,
  dueDate,
  String(daysLate),
];
