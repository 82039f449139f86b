import type { ReportView } from '../../api/contract';
import { useFormat } from '../../shared/viewer';
import { Folded } from '../settings/folded';
import { text } from './messages';
import { nameIn } from './step';

/** Who did what with this report, newest first. */
export function Happenings({ report }: { readonly report: ReportView }) {
  const format = useFormat();
  return (
    <Folded paths={[]} title={text.history.title}>
      <ul className="dk-list">
        {report.history.toReversed().map(({ at, by, what, detail }, index) => (
          <li key={index}>
            <span className="dk-row">
              <strong>{text.history.what[what] ?? what}</strong>
              <span className="dk-subtle">
                {`${by === null ? text.history.docket : nameIn(report, by)}, ${format.instant(at)}`}
              </span>
            </span>
            {detail !== '' && <span className="dk-lines">{detail}</span>}
          </li>
        ))}
      </ul>
    </Folded>
  );
}
