import type { z } from 'zod';
import type { reports } from '../../api/contract';
import { SiteLink } from '../../shared/site-link';
import { Toned } from '../../shared/tone';
import { useFormat } from '../../shared/viewer';
import { Colour } from './colour';
import { text } from './messages';

type Line = z.infer<typeof reports.list.response>['reports'][number];
const words = text.earlier;
const FIGURES = Object.entries(words.figures);

/** The newest reports with their main figures. */
export function Earlier(props: {
  readonly lines: readonly Line[];
  readonly shown: string | null;
  readonly onOpen: (label: string) => void;
}) {
  const { lines } = props;
  const format = useFormat();
  if (lines.length === 0) return null;
  const { columns } = words;
  const headings = [columns.report, columns.state, columns.colour, ...FIGURES.map(([, title]) => title)];
  return (
    <section className="dk-section" aria-label={words.title}>
      <h3>{words.title}</h3>
      <div className="dk-table" tabIndex={0} role="group" aria-label={words.title}>
        <table className="dk-compare">
          <thead>
            <tr>
              {[...headings, columns.published, columns.page].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.label} {...(line.label === props.shown && { 'aria-current': true })}>
                <th scope="row">
                  <button type="button" className="dk-link" onClick={() => props.onOpen(line.label)}>
                    {line.label}
                  </button>
                  {line.revision > 1 && <span className="dk-subtle"> {words.revision(line.revision)}</span>}
                </th>
                <td>
                  <Toned tone={text.states[line.state].tone}>{text.states[line.state].label}</Toned>
                </td>
                <td>{line.overall !== null && <Colour of={line.overall} />}</td>
                {FIGURES.map(([name]) => (
                  <td key={name} className="dk-number">
                    {name in line.figures && format.number(line.figures[name] ?? 0)}
                  </td>
                ))}
                <td>{line.publishedAt !== null && format.instant(line.publishedAt)}</td>
                <td>
                  {line.page !== null && (
                    <SiteLink url={line.page.url} label={words.pageOf(line.label)}>
                      {words.page}
                    </SiteLink>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
