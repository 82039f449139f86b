import type { StatusView } from '../../api/contract';
import { FigureList, type ShownFigure } from '../../shared/figure-list';
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
  const figure = (name: (typeof ORDER)[number]): ShownFigure => {
    const difference = status.change?.[name];
    return {
      key: name,
      title: text.figures[name],
      value: format.number(status.figures[name]),
      ...(difference !== undefined && { change: text.sinceLastWeek(format.change(difference)) }),
    };
  };
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
      <FigureList figures={ORDER.map(figure)} />
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
