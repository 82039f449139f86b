import type { z } from 'zod';
import { portfolio, type PortfolioLine } from '../../api/contract';
import { Empty, Loaded } from '../../shared/loaded';
import { SiteLink } from '../../shared/site-link';
import { Toned } from '../../shared/tone';
import { useCall } from '../../shared/use-call';
import { type Format } from '../../shared/format';
import { useFormat } from '../../shared/viewer';
import { text } from './messages';

type Answer = z.infer<typeof portfolio.read.response>;

/** One page across projects: worst first, what changed, which reports are missing, and totals. */
export default function PortfolioTab() {
  const answer = useCall(portfolio.read, {});
  return (
    <Loaded of={answer} what={text.what}>
      {(value) =>
        value.projects.length === 0 ? (
          <Empty title={text.none.title} text={text.none.text} />
        ) : (
          <div className="dk-stack">
            <p className="dk-subtle">{text.intro}</p>
            <Totals totals={value.totals} />
            <Lines projects={value.projects} />
          </div>
        )
      }
    </Loaded>
  );
}

const TOTALS = ['missing', 'red', 'amber', 'green', 'open', 'overdue', 'opened', 'resolved'] as const;

function Totals({ totals }: Pick<Answer, 'totals'>) {
  const format = useFormat();
  return (
    <dl className="dk-figures" aria-label={text.totals.label}>
      {TOTALS.map((name) => (
        <div key={name}>
          <dt>{text.totals[name]}</dt>
          <dd>{format.number(totals[name])}</dd>
        </div>
      ))}
    </dl>
  );
}

function Lines({ projects }: Pick<Answer, 'projects'>) {
  const titles = Object.entries(text.columns);
  return (
    <div className="dk-table">
      <table className="dk-compare">
        <thead>
          <tr>
            {titles.map(([key, title]) => (
              <th key={key} scope="col">
                {title}
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
      <td>{last === null ? text.never : <Toned tone={TONES[last.rag]}>{text.rag[last.rag]}</Toned>}</td>
      <td>{last?.worst.join(', ')}</td>
      <td>{last && format.number(last.figures.open)}</td>
      <td>{last && format.number(last.figures.overdue)}</td>
      <td>{last && changeWords(last, format)}</td>
      <td>
        {line.isMissing && line.expected !== null && (
          <Toned tone="danger">{text.missing(line.expected)}</Toned>
        )}{' '}
        {last?.page ? <SiteLink url={last.page.url}>{last.label}</SiteLink> : last?.label}
      </td>
    </tr>
  );
}

/** What is different from the report before, in a few words. */
function changeWords({ rag, change }: NonNullable<PortfolioLine['last']>, format: Format): string {
  if (change === null) return text.first;
  const words = [
    ...(change.from === rag ? [] : [text.from(change.from, rag)]),
    ...(change.open === 0 ? [] : [text.openChange(format.change(change.open))]),
    ...(change.overdue === 0 ? [] : [text.overdueChange(format.change(change.overdue))]),
  ];
  return words.length === 0 ? text.unchanged : words.join(', ');
}
