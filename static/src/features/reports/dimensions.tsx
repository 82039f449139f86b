import { useState } from 'react';
import Button from '@atlaskit/button/default/button';
import type { ReportView } from '../../api/contract';
import { t } from '../../shared/i18n';
import { useFormat } from '../../shared/viewer';
import { Colour } from './colour';
import { OverrideDialog } from './override-dialog';
import { isOpen, nameIn, type Part } from './step';

type Dimension = ReportView['dimensions'][number];

const COLUMNS = ['dimension', 'rule', 'override', 'why', 'change'] as const;

/** Each dimension with the rule's colour, beside it the one that a reviewer set, and the reasons of both. */
export function Dimensions(props: Part) {
  const { report } = props;
  const [changing, setChanging] = useState<Dimension | null>(null);
  const mayChange = report.rights.review && isOpen(report);
  if (report.dimensions.length === 0) return <p className="dk-subtle">{t('reports.dimensions.none')}</p>;
  return (
    <section className="dk-section" aria-label={t('reports.dimensions.title')}>
      <h3>{t('reports.dimensions.title')}</h3>
      <div className="dk-table" tabIndex={0} role="group" aria-label={t('reports.dimensions.title')}>
        <table className="dk-compare">
          <thead>
            <tr>
              {COLUMNS.slice(0, mayChange ? undefined : -1).map((name) => (
                <th key={name} scope="col">
                  {t(`reports.dimensions.columns.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {report.dimensions.map((one) => (
              <tr key={one.dimension}>
                <th scope="row">{t(`status.pictures.dimensions.${one.dimension}`)}</th>
                <td>
                  <Colour of={one.rule} />
                </td>
                <td>
                  <SetByPerson report={report} of={one} />
                </td>
                <td>
                  <ul className="dk-reasons">
                    {one.reasons.map((reason) => (
                      <li key={reason.text}>{reason.text}</li>
                    ))}
                  </ul>
                </td>
                {mayChange && (
                  <td>
                    <Button
                      spacing="compact"
                      aria-label={t('reports.dimensions.changeOf', {
                        dimension: t(`status.pictures.dimensions.${one.dimension}`),
                      })}
                      onClick={() => setChanging(one)}
                    >
                      {t('reports.dimensions.change')}
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {changing && <OverrideDialog {...props} of={changing} onClose={() => setChanging(null)} />}
    </section>
  );
}

function SetByPerson({ report, of }: { readonly report: ReportView; readonly of: Dimension }) {
  const format = useFormat();
  const { override } = of;
  if (override === null) return <span className="dk-subtle">{t('reports.dimensions.ruleStands')}</span>;
  return (
    <>
      <Colour of={override.colour} />
      <p className="dk-lines">{override.reason}</p>
      <p className="dk-subtle">
        {t('reports.dimensions.setBy', {
          who: nameIn(report, override.by),
          when: format.instant(override.at),
        })}
      </p>
    </>
  );
}
