import type { StatusView } from '../../api/contract';
import { SiteLink } from '../../shared/site-link';
import { Toned } from '../../shared/tone';
import { useFormat } from '../../shared/viewer';
import { text } from './messages';

const ORDER = ['open', 'overdue', 'opened', 'resolved', 'dueNextWeek'] as const;

/** One week of a project: the colour with its reasons, the figures with what changed, the page. */
export function StatusCard(props: { readonly status: StatusView; readonly title: string }) {
  const { status } = props;
  const format = useFormat();
  const { label, tone } = text.rag[status.rag];
  return (
    <article className="dk-status" aria-label={props.title}>
      <header className="dk-row">
        <h2>{props.title}</h2>
        <Toned tone={tone}>{label}</Toned>
        <span className="dk-subtle">{text.asOf(format.instant(status.asOf))}</span>
      </header>
      {status.reasons.length > 0 && (
        <ul className="dk-reasons" aria-label={text.why}>
          {status.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      <dl className="dk-figures">
        {ORDER.map((figure) => (
          <div key={figure}>
            <dt>{text.figures[figure]}</dt>
            <dd>{format.number(status.figures[figure])}</dd>
            <Change of={status.change?.[figure]} />
          </div>
        ))}
      </dl>
      {status.change === null && <p className="dk-subtle">{text.noLastWeek}</p>}
      {status.page === null ? (
        <p className="dk-subtle">{text.noPage}</p>
      ) : (
        <p>
          <SiteLink url={status.page.url}>{text.page(status.page.title)}</SiteLink>{' '}
          <span className="dk-subtle">{text.version(status.page.version)}</span>
        </p>
      )}
    </article>
  );
}

function Change(props: { readonly of: number | undefined }) {
  const format = useFormat();
  if (props.of === undefined) return null;
  return <dd className="dk-change">{text.sinceLastWeek(format.change(props.of))}</dd>;
}
