import type { z } from 'zod';
import { portfolio, type PortfolioLine } from '../../api/contract';
import { t } from '../../shared/i18n';
import { Empty, Loaded } from '../../shared/loaded';
import { SiteLink } from '../../shared/site-link';
import { Toned } from '../../shared/tone';
import { useCall } from '../../shared/use-call';
import { type Format } from '../../shared/format';
import { useFormat } from '../../shared/viewer';

type Answer = z.infer<typeof portfolio.read.response>;

/** One page across projects: worst first, what changed, which reports are missing, and totals. */
export default function PortfolioTab() {
  const answer = useCall(portfolio.read, {});
  return (
    <Loaded of={answer} what={t('portfolio.what')} shape="figures">
      {(value) =>
        value.projects.length === 0 ? (
          <Empty title={t('portfolio.none.title')} text={t('portfolio.none.text')} />
        ) : (
          <div className="dk-stack">
            <p className="dk-subtle">{t('portfolio.intro')}</p>
            <Totals totals={value.totals} />
            <Lines projects={value.projects} />
          </div>
        )
      }
    </Loaded>
  );
}

const COLUMNS = ['project', 'colour', 'why', 'open', 'overdue', 'changed', 'report'] as const;
const TOTALS = ['missing', 'red', 'amber', 'green', 'open', 'overdue', 'opened', 'resolved'] as const;

function Totals({ totals }: Pick<Answer, 'totals'>) {
  const format = useFormat();
  return (
    <dl className="dk-figures" aria-label={t('portfolio.totals.label')}>
      {TOTALS.map((name) => (
        <div key={name}>
          <dt>{t(`portfolio.totals.${name}`)}</dt>
          <dd>{format.number(totals[name])}</dd>
        </div>
      ))}
    </dl>
  );
}

function Lines({ projects }: Pick<Answer, 'projects'>) {
  return (
    <div className="dk-table">
      <table className="dk-compare">
        <thead>
          <tr>
            {COLUMNS.map((key) => (
              <th key={key} scope="col">
                {t(`portfolio.columns.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {projects.map((line) => (
            <Line key={line.projectKey} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const TONES = { green: 'success', amber: 'warning', red: 'danger' } as const;

function Line({ line }: { readonly line: PortfolioLine }) {
  const format = useFormat();
  const { last } = line;
  return (
    <tr>
      <th scope="row">
        {line.projectName} ({line.projectKey})
      </th>
      <td>
        {last === null ? (
          t('portfolio.never')
        ) : (
          <Toned tone={TONES[last.rag]}>{t(`portfolio.rag.${last.rag}`)}</Toned>
        )}
      </td>
      <td>{last?.worst.map((one) => t(`status.pictures.dimensions.${one}`)).join(', ')}</td>
      <td>{last && format.number(last.figures.open)}</td>
      <td>{last && format.number(last.figures.overdue)}</td>
      <td>{last && changeWords(last, format)}</td>
      <td>
        {line.isMissing && line.expected !== null && (
          <Toned tone="danger">{t('portfolio.missing', { label: line.expected })}</Toned>
        )}{' '}
        {last?.page ? <SiteLink url={last.page.url}>{last.label}</SiteLink> : last?.label}
      </td>
    </tr>
  );
}

/** What is different from the report before, in a few words. */
function changeWords({ rag, change }: NonNullable<PortfolioLine['last']>, format: Format): string {
  if (change === null) return t('portfolio.first');
  const words = [
    ...(change.from === rag
      ? []
      : [
          t('portfolio.from', {
            from: t(`portfolio.rag.${change.from}`),
            to: t(`portfolio.rag.${rag}`),
          }),
        ]),
    ...(change.open === 0 ? [] : [t('portfolio.openChange', { change: format.change(change.open) })]),
    ...(change.overdue === 0
      ? []
      : [t('portfolio.overdueChange', { change: format.change(change.overdue) })]),
  ];
  return words.length === 0 ? t('portfolio.unchanged') : words.join(', ');
}
