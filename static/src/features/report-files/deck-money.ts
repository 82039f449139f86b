import type { MeasureView, ReportFiles } from '../../api/contract';
import type { Format } from '../../shared/format';
import { t } from '../../shared/i18n';
import { cell, type Slide, tableSlide } from './deck';
import { earnedWord, titlesOf, whyNoMoney } from './words';

/** What a slide has room for; the workbook has all. */
const BUDGET = ['planned', 'committed', 'actual'] as const;
const EARNED: readonly string[] = ['pv', 'ev', 'eac', 'vac', 'spi', 'cpi'];

/** Budget and earned value, or why there is none. */
export function moneySlide(money: ReportFiles['money'], format: Format): Slide {
  if (typeof money === 'string')
    return { title: t('reportFiles.deck.money'), lines: [whyNoMoney(money)], table: null };
  const { currency, budget, earned, baseline } = money;
  const amount = (minor: number) => format.money(minor, currency);
  const rounded = (value: number, by: number) => format.number(Math.round(value * by) / by);
  const show = {
    money: amount,
    ratio: (value: number) => rounded(value, 100),
    share: (value: number) => `${rounded(value * 100, 10)} %`,
    days: (value: number) => rounded(value, 100),
  };
  const rows = [
    ...BUDGET.map((name) => [t(`plan.actuals.${name}`), measured(budget[name], amount)] as const),
    ...earned
      .filter(({ name }) => EARNED.includes(name))
      .map(({ name, kind, measure }) => [earnedWord(name), measured(measure, show[kind])] as const),
  ].map(([title, words]) => [cell(title), cell(words)]);
  const basis =
    baseline === null
      ? t('reportFiles.deck.moneyBasisPlan', { currency })
      : t('reportFiles.deck.moneyBasis', { currency, baseline });
  return tableSlide(
    t('reportFiles.deck.money'),
    [basis],
    { titles: titlesOf('measure', 'now'), widths: [6, 7], rows },
    '',
  );
}

const measured = (measure: MeasureView, show: (value: number) => string): string =>
  'value' in measure ? show(measure.value) : t('reportFiles.notComputable', { why: measure.notComputable });
