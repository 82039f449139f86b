import type { ReactNode } from 'react';
import type { FiguresView } from '../../api/contract';
import { t } from '../../shared/i18n';
import { SiteLink } from '../../shared/site-link';
import { useFormat } from '../../shared/viewer';
import { Measure } from './measure';

type Money = NonNullable<FiguresView['money']>;
type Earned = keyof Money['earned'];

const EARNED: readonly Earned[] = [
  ...(['bac', 'pv', 'ev', 'ac', 'sv', 'cv', 'svPercent', 'cvPercent', 'spi', 'cpi'] as const),
  ...(['eac', 'etc', 'vac', 'tcpiBac', 'tcpiEac'] as const),
];
/** How each figure is written; the rest are money. */
const PERCENT: readonly Earned[] = ['svPercent', 'cvPercent'];
const INDEX: readonly Earned[] = ['spi', 'cpi', 'tcpiBac', 'tcpiEac'];

/** Earned value as of today: each figure, or why there is none. */
export function FiguresCard({ figures }: { readonly figures: FiguresView }) {
  const format = useFormat();
  const { progress, baseline, money } = figures;
  const against =
    baseline === null ? t('plan.figures.againstPlan') : t('plan.figures.against', { name: baseline.name });
  const percent = (share: number) => `${format.number(Math.round(share * 1_000) / 10)} %`;
  return (
    <section className="dk-section">
      <h2>{t('plan.figures.title')}</h2>
      <p className="dk-subtle">{`${t('plan.figures.asOf', { day: format.date(figures.asOf) })}, ${against}.`}</p>
      <dl className="dk-facts">
        <Fact name={t('plan.figures.complete', { method: progress.method })}>
          <Measure of={progress.complete} write={percent} />
        </Fact>
        {progress.parts.map((part) => (
          <Fact key={part.name ?? ''} name={part.name ?? t('plan.figures.part')}>
            <SiteLink url={part.doneUrl}>
              <Measure of={part.done} write={format.number} />
            </SiteLink>
            {' / '}
            <SiteLink url={part.totalUrl}>
              <Measure of={part.total} write={format.number} />
            </SiteLink>
          </Fact>
        ))}
        <Fact name={t('plan.figures.daysLate')}>
          <Measure of={figures.daysLate} write={format.number} />
        </Fact>
      </dl>
      {money === null ? <p>{t('plan.moneyWithheld')}</p> : <EarnedValue money={money} figures={figures} />}
    </section>
  );
}

function EarnedValue({ money, figures }: { readonly money: Money; readonly figures: FiguresView }) {
  const format = useFormat();
  const write = (name: Earned) => (value: number) => {
    if (PERCENT.includes(name)) return `${format.number(Math.round(value * 1_000) / 10)} %`;
    return INDEX.includes(name)
      ? format.number(Math.round(value * 100) / 100)
      : format.money(value, figures.currency);
  };
  return (
    <>
      <dl className="dk-facts">
        {EARNED.map((name) => (
          <Fact key={name} name={t(`plan.earned.${name}`)}>
            <Measure of={money.earned[name]} write={write(name)} />
          </Fact>
        ))}
      </dl>
      <p className="dk-subtle">{t('plan.figures.eac', { formula: money.eacFormula })}</p>
      {money.costUrl !== null && (
        <p>
          <SiteLink url={money.costUrl}>{t('plan.figures.costProof')}</SiteLink>
        </p>
      )}
      <BudgetActuals money={money} currency={figures.currency} />
    </>
  );
}

function Fact(props: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** Planned, committed, actual and forecast, side by side. */
function BudgetActuals({ money, currency }: { readonly money: Money; readonly currency: string }) {
  const format = useFormat();
  const write = (minor: number) => format.money(minor, currency);
  const columns = ['planned', 'committed', 'actual', 'forecast'] as const;
  const { rows, total } = money.budget;
  return (
    <>
      <h2>{t('plan.actuals.title')}</h2>
      <p className="dk-subtle">{t('plan.actuals.help')}</p>
      <div className="dk-table">
        <table className="dk-compare">
          <thead>
            <tr>
              <th scope="col">{t('plan.actuals.category')}</th>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {t(`plan.actuals.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...rows, { ...total, category: t('plan.actuals.total') }].map((row, at) => (
              <tr key={at}>
                <th scope="row">{row.category}</th>
                <td>{write(row.planned)}</td>
                <td>{write(row.committed)}</td>
                <td>
                  <Measure of={row.actual} write={write} />
                </td>
                <td>{write(row.forecast)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
