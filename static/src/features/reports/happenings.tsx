import type { ReportView } from '../../api/contract';
import { message, t } from '../../shared/i18n';
import { useFormat } from '../../shared/viewer';
import { Folded } from '../settings/folded';
import { nameIn } from './step';

/** Who did what with this report, newest first. */
export function Happenings({ report }: { readonly report: ReportView }) {
  const format = useFormat();
  return (
    <Folded paths={[]} title={t('reports.history.title')}>
      <ul className="dk-list">
        {report.history.toReversed().map(({ at, by, what, detail }, index) => (
          <li key={index}>
            <span className="dk-row">
              <strong>{message(`reports.history.what.${what}`) ?? what}</strong>
              <span className="dk-subtle">
                {`${by === null ? t('reports.history.docket') : nameIn(report, by)}, ${format.instant(at)}`}
              </span>
            </span>
            {detail !== '' && <span className="dk-lines">{detail}</span>}
          </li>
        ))}
      </ul>
    </Folded>
  );
}
