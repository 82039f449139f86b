import type { CommitmentView } from '../../api/contract';
import type { Format } from '../../shared/format';
import { t } from '../../shared/i18n';
import { SiteLink } from '../../shared/site-link';
import { type Tone, Toned } from '../../shared/tone';
import { type CommitmentColumn, hasLevel, type Names, nameOf, standing } from './columns';

const TONE = {
  upcoming: 'neutral',
  'due-today': 'warning',
  overdue: 'danger',
  escalated: 'danger',
} as const satisfies Record<CommitmentView['stage'], Tone>;

const None = () => <span className="dk-subtle">{t('shared.none')}</span>;

/** What a column shows of a commitment. */
export function Cell(props: {
  readonly column: CommitmentColumn;
  readonly row: CommitmentView;
  readonly names: Names;
  readonly format: Format;
  readonly tabIndex: number;
  readonly onOpen: (row: CommitmentView) => void;
}) {
  const { column, row, names, format, tabIndex } = props;
  switch (column.key) {
    case 'item':
      return (
        <SiteLink url={row.url} label={t('shared.opensIssue', { key: row.item })} tabIndex={tabIndex}>
          <bdi>{row.item}</bdi>
        </SiteLink>
      );
    case 'summary':
      return (
        <button
          type="button"
          className="dk-link dk-grid-text"
          tabIndex={tabIndex}
          onClick={() => props.onOpen(row)}
        >
          <bdi>{row.summary}</bdi>
        </button>
      );
    case 'owner':
      return row.owner === null ? (
        <em>{t('commitments.nobody')}</em>
      ) : (
        <>
          <bdi>{nameOf(row.owner, names)}</bdi>
          {!row.ownerActive && <span className="dk-subtle"> ({t('commitments.gone')})</span>}
        </>
      );
    case 'due':
      return <>{format.date(row.dueDate)}</>;
    case 'stage':
      return <Stage row={row} />;
    case 'next':
      return row.nextMessage === null ? (
        <None />
      ) : (
        <>
          {format.wallClock(row.nextMessage.local)} · <bdi>{nameOf(row.nextMessage.recipient, names)}</bdi>
        </>
      );
    case 'last':
      return row.lastMessage === null ? (
        <None />
      ) : (
        <>
          {format.instant(row.lastMessage.at)} · <bdi>{nameOf(row.lastMessage.recipient, names)}</bdi>
        </>
      );
    case 'created':
      return row.createdAt === null ? <None /> : <>{format.date(format.dateOf(row.createdAt))}</>;
    default: {
      const words = column.text(row);
      return words === '' ? <None /> : <bdi>{words}</bdi>;
    }
  }
}

/** Where it stands, and why nothing is sent where nothing is. */
export function Stage({ row }: { readonly row: CommitmentView }) {
  return (
    <>
      <Toned tone={TONE[row.stage]}>{standing(row)}</Toned>
      {hasLevel(row) && <span className="dk-subtle"> {t('commitments.level', { level: row.level })}</span>}
      {row.held !== null && <span className="dk-subtle"> · {t(`commitments.held.${row.held}`)}</span>}
    </>
  );
}
