import type { MeasureView, ReportFiles } from '../../api/contract';
import { minorDigits } from '../../shared/format';
import { t } from '../../shared/i18n';
import { titlesOf } from './column-titles';
import { cell, type Slide, tableSlide } from './deck';

/** What a slide has room for; the workbook has all. */
const SHOWN = [/^(Planned|Committed|Actual)$/, /\((PV|EV|EAC)\)$/, /\((VAC|SPI|CPI) = /];

/** Budget and earned value, or why there is none. */
export function moneySlide(money: ReportFiles['money']): Slide {
  if (typeof money === 'string') return { title: t('reportFiles.deck.money'), lines: [money], table: null };
  const { currency, budget, earned, baseline } = money;
  const amount = (minor: number) => amountWords(minor, currency);
  const show = {
    money: amount,
    ratio: (value: number) => value.toFixed(2),
    share: (value: number) => `${Math.round(value * 1_000) / 10} %`,
    days: (value: number) => String(Math.round(value * 100) / 100),
  };
  const all = [
    ...budget.map(({ title, amount: measure }) => ({ title, words: measured(measure, amount) })),
    ...earned.map(({ title, kind, measure }) => ({ title, words: measured(measure, show[kind]) })),
  ];
  const rows = all
    .filter(({ title }) => SHOWN.some((pattern) => pattern.test(title)))
    .map(({ title, words: value }) => [cell(title), cell(value)]);
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

const amountWords = (minor: number, currency: string): string => {
  const digits = minorDigits(currency);
  return `${(minor / 10 ** digits).toFixed(digits)} ${currency}`;
};
