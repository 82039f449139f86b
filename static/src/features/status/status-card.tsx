import type { StatusView } from '../../api/contract';
import { t } from '../../shared/i18n';
import { figureTitle } from '../../shared/figure-title';
import { FigureList, type ShownFigure } from '../../shared/figure-list';
import { SiteLink } from '../../shared/site-link';
import { useFormat } from '../../shared/viewer';
import { Colour } from '../reports/colour';

const ORDER = ['open', 'overdue', 'opened', 'resolved', 'dueNextWeek'] as const;

/** One week of a project: the colour with its reasons, the figures with what changed, the page. */
export function StatusCard(props: { readonly status: StatusView; readonly title: string }) {
  const { status } = props;
  const format = useFormat();
  const figure = (name: (typeof ORDER)[number]): ShownFigure => {
    const difference = status.change?.[name];
    return {
      key: name,
      title: figureTitle(name, status.length),
      value: format.number(status.figures[name]),
      ...(difference !== undefined && {
        change: t('status.sinceLastWeek', { change: format.change(difference) }),
      }),
    };
  };
  return (
    <article className="dk-status" aria-label={props.title}>
      <header className="dk-row">
        <h2>{props.title}</h2>
        <Colour of={status.rag} />
        <span className="dk-subtle">{t('status.asOf', { when: format.instant(status.asOf) })}</span>
      </header>
      {status.reasons.length > 0 && (
        <ul className="dk-reasons" aria-label={t('status.why')}>
          {status.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      <FigureList figures={ORDER.map(figure)} />
      {status.change === null && <p className="dk-subtle">{t('status.noLastWeek')}</p>}
      {status.page === null ? (
        <p className="dk-subtle">{t('status.noPage')}</p>
      ) : (
        <p>
          <SiteLink url={status.page.url}>{t('status.page', { title: status.page.title })}</SiteLink>{' '}
          <span className="dk-subtle">{t('status.version', { version: status.page.version })}</span>
        </p>
      )}
    </article>
  );
}
