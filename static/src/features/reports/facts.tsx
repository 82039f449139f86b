import type { PeriodLength, ReportView } from '../../api/contract';
import { figureTitle } from '../../shared/figure-title';
import { t } from '../../shared/i18n';
import { SiteLink } from '../../shared/site-link';
import { useFormat, useViewer } from '../../shared/viewer';

type Stream = ReportView['streams'][number];

/** The figures of a workstream, each a link to its issues. */
export function Facts({ stream, length }: { readonly stream: Stream; readonly length: PeriodLength }) {
  const format = useFormat();
  const { siteUrl } = useViewer();
  if (stream.facts.length === 0) return null;
  return (
    <p className="dk-row">
      {stream.facts.map(({ name, value, jql }) => {
        const words = `${figureTitle(name, length)}: ${format.number(value)}`;
        return jql === null ? (
          <span key={name}>{words}</span>
        ) : (
          <SiteLink key={name} url={issuesUrl(siteUrl, jql)}>
            {words}
          </SiteLink>
        );
      })}
      {stream.factsAsOf !== null && (
        <span className="dk-subtle">
          {t('reports.streams.facts', { when: format.instant(stream.factsAsOf) })}
        </span>
      )}
    </p>
  );
}

/** The search of the site that shows what a figure counts. */
export const issuesUrl = (siteUrl: string, jql: string): string =>
  `${siteUrl}/issues/?jql=${encodeURIComponent(jql)}`;
