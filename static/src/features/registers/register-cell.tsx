import type { RecordView, RegisterView } from '../../api/contract';
import { t } from '../../shared/i18n';
import { SiteLink } from '../../shared/site-link';
import { Toned } from '../../shared/tone';
import { useFormat } from '../../shared/viewer';
import type { Names, RegisterColumn } from './columns';
import { Score, State } from './lozenges';
import { Value } from './value';

const None = () => <span className="dk-subtle">{t('shared.none')}</span>;

/** What a column shows of a record. */
export function RegisterCell(props: {
  readonly column: RegisterColumn;
  readonly record: RecordView;
  readonly register: RegisterView;
  readonly names: Names;
  readonly tabIndex: number;
  readonly onOpen: ((record: RecordView) => void) | null;
}) {
  const { column, record, register, onOpen } = props;
  const format = useFormat();
  switch (column.key) {
    case 'key':
      return (
        <SiteLink
          url={record.url}
          label={t('shared.opensIssue', { key: record.issueKey })}
          tabIndex={props.tabIndex}
        >
          {record.issueKey}
        </SiteLink>
      );
    case 'summary':
      return onOpen === null ? (
        <bdi>{record.summary}</bdi>
      ) : (
        <button
          type="button"
          className="dk-link dk-grid-text"
          tabIndex={props.tabIndex}
          onClick={() => onOpen(record)}
        >
          <bdi>{record.summary}</bdi>
        </button>
      );
    case 'id':
      return record.id === null ? <None /> : <>{record.id}</>;
    case 'state':
      return <State register={register} state={record.state} />;
    case 'score':
      return <Score register={register} score={record.score} />;
    case 'residual':
      return <Score register={register} score={record.residualScore} />;
    case 'target':
      return <Score register={register} score={record.targetScore} />;
    case 'band':
      return <Band register={register} label={record.band} />;
    case 'movement':
      return <Movement movement={record.movement} />;
    case 'updated':
      return <>{format.instant(record.updatedAt)}</>;
    default:
      return column.field === null ? (
        <None />
      ) : (
        <Value field={column.field} value={record.values[column.key]} names={props.names} plain />
      );
  }
}

function Band(props: { readonly register: RegisterView; readonly label: string | null }) {
  if (props.label === null) return <None />;
  const band = props.register.bands.find(({ label }) => label === props.label);
  return <Toned tone={band?.tone ?? 'neutral'}>{props.label}</Toned>;
}

function Movement({ movement }: Pick<RecordView, 'movement'>) {
  if (movement === null) return <None />;
  const { direction, scoreBefore } = movement;
  if (direction === 'new') return <>{t('registers.table.movement.new')}</>;
  if (direction === 'same') return <span className="dk-subtle">{t('registers.table.movement.same')}</span>;
  return (
    <>
      <span aria-hidden="true">{direction === 'up' ? '↑' : '↓'} </span>
      {scoreBefore === null
        ? t(`registers.table.movement.${direction}`)
        : t(`registers.table.moved.${direction}`, { before: scoreBefore })}
    </>
  );
}
