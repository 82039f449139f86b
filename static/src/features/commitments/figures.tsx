import './commitments.css';
import { type ReactNode, useMemo } from 'react';
import { t } from '../../shared/i18n';
import { toggled } from '../../shared/table/filter';
import { NO_VALUE } from '../../shared/table/table-column';
import { useFormat } from '../../shared/viewer';
import { type Age, ageing } from './ageing';
import { type Names, nameOf } from './columns';
import { type Load, ownerLoad } from './owner-load';
import type { CommitmentTable } from './use-commitment-table';

/** Owners in the picture; the filter has them all. */
const SHOWN_OWNERS = 7;

const TONE: Readonly<Record<Age, string>> = {
  later: 'neutral',
  week: 'neutral',
  today: 'warning',
  late5: 'danger',
  late10: 'danger',
  late20: 'danger',
  older: 'danger',
};

/** How late the commitments are, and who owes them. Each line of the two tables filters the list. */
export function Figures({ table, names }: { readonly table: CommitmentTable; readonly names: Names }) {
  const { beside } = table;
  const counts = useMemo(() => ageing(beside('age')), [beside]);
  const loads = useMemo(() => ownerLoad(beside('owner')), [beside]);
  return (
    <div className="dk-bars-row">
      <Ageing counts={counts} table={table} />
      <OwnerLoad loads={loads} table={table} names={names} />
    </div>
  );
}

function Ageing(props: { readonly counts: ReturnType<typeof ageing>; readonly table: CommitmentTable }) {
  const { counts, table } = props;
  const most = Math.max(1, ...counts.map(({ count }) => count));
  return (
    <Bars title={t('commitments.age.title')} heads={[t('commitments.figures.open')]}>
      {counts.map(({ age, count }) => (
        <Bar
          key={age}
          table={table}
          column="age"
          value={age}
          label={t(`commitments.age.${age}`)}
          parts={[{ count, share: count / most, tone: TONE[age] }]}
        />
      ))}
    </Bars>
  );
}

function OwnerLoad(props: {
  readonly loads: readonly Load[];
  readonly table: CommitmentTable;
  readonly names: Names;
}) {
  const { loads, table, names } = props;
  const { number } = useFormat();
  const shown = loads.slice(0, SHOWN_OWNERS);
  const most = Math.max(1, ...shown.map(({ open }) => open));
  return (
    <Bars
      title={t('commitments.figures.owners')}
      heads={[t('commitments.figures.open'), t('commitments.figures.late')]}
      note={
        loads.length > shown.length
          ? t('commitments.figures.more', { count: number(loads.length - shown.length) })
          : null
      }
    >
      {shown.map(({ owner, open, late }) => (
        <Bar
          key={owner}
          table={table}
          column="owner"
          value={owner}
          label={owner === NO_VALUE ? t('commitments.nobody') : nameOf(owner, names)}
          parts={[
            { count: open, share: (open - late) / most, tone: 'neutral' },
            { count: late, share: late / most, tone: 'danger' },
          ]}
        />
      ))}
    </Bars>
  );
}

/** Bars that are a table: who cannot see their lengths reads their numbers. */
const Bars = (props: {
  readonly title: string;
  readonly heads: readonly string[];
  readonly note?: string | null;
  readonly children: ReactNode;
}) => (
  <div className="dk-bars-part">
    <table className="dk-bars">
      <caption>{props.title}</caption>
      <colgroup>
        <col className="dk-bars-names" />
        <col />
        {props.heads.map((head) => (
          <col key={head} className="dk-bars-counts" />
        ))}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">
            <span className="dk-hidden">{props.title}</span>
          </th>
          <td />
          {props.heads.map((head) => (
            <th key={head} scope="col" className="dk-bars-head">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
    {props.note != null && <p className="dk-subtle">{props.note}</p>}
  </div>
);

/** One line: a press shows no others, another press shows all again. */
function Bar(props: {
  readonly table: CommitmentTable;
  readonly column: string;
  readonly value: string;
  readonly label: string;
  readonly parts: readonly { readonly count: number; readonly share: number; readonly tone: string }[];
}) {
  const { table, column, value, parts } = props;
  const { number } = useFormat();
  const isChosen = (table.filter.among[column] ?? []).includes(value);
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className="dk-text-button dk-bars-name"
          aria-pressed={isChosen}
          onClick={() => table.change((before) => toggled(before, column, value))}
        >
          <bdi>{props.label}</bdi>
        </button>
      </th>
      <td className="dk-bars-cell" aria-hidden="true">
        <span className="dk-bars-track">
          {parts.map(({ share, tone }) => (
            <span key={tone} className="dk-bars-bar" data-tone={tone} style={{ width: `${100 * share}%` }} />
          ))}
        </span>
      </td>
      {parts.map(({ count, tone }) => (
        <td key={tone} className="dk-bars-count" data-tone={count > 0 ? tone : 'neutral'}>
          {number(count)}
        </td>
      ))}
    </tr>
  );
}
