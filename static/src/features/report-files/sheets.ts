import type { MeasureView, ReportFiles } from '../../api/contract';
import { figureTitle } from '../../shared/figure-title';
import { type Below, t } from '../../shared/i18n';
import type { Cell } from '../../shared/files/cells';
import { moneyCells } from '../registers/exchange/sheet';
import type { NamedSheet } from '../registers/exchange/xlsx';
import { stateWord } from '../registers/register-words';
import { colourWord, dimensionWord, earnedWord, moveWord, titlesOf, whyNoMoney } from './words';

const text = (value: string | null): Cell =>
  value === null || value === '' ? null : { type: 'text', text: value };
const number = (value: number | null): Cell => (value === null ? null : { type: 'number', value });
const date = (value: string | null): Cell => (value === null ? null : { type: 'date', date: value });
const instant = (value: string): Cell => ({ type: 'instant', instant: value });
const valueOf = (measure: MeasureView): number | null => ('value' in measure ? measure.value : null);
const whyNot = (measure: MeasureView): string | null => ('value' in measure ? null : measure.notComputable);

/** The workbook of one report, sheet by sheet: dates and numbers to reckon with. */
export function sheetsOf(report: ReportFiles, siteUrl: string): NamedSheet[] {
  return [
    figuresSheet(report, siteUrl),
    {
      name: t('reportFiles.sheets.milestones'),
      titles: titlesOf('milestone', 'forecast', 'before', 'baseline', 'firstPromised', 'done', 'change'),
      rows: report.milestones.map(({ name, forecast, before, baseline, first, released, move }) => [
        text(name),
        ...[forecast, before, baseline, first].map(date),
        text(moveWord(released ? 'released' : null)),
        text(moveWord(move)),
      ]),
    },
    {
      name: t('reportFiles.sheets.risks'),
      titles: titlesOf('issue', 'summary', 'score', 'residual', 'state', 'change'),
      rows: report.risks.map(({ key, summary, score, residual, state, move }) => [
        text(key),
        text(summary),
        number(score),
        number(residual),
        text(stateWord('risk', state)),
        text(moveWord(move)),
      ]),
    },
    {
      name: t('reportFiles.sheets.money'),
      titles: titlesOf('measure', 'value', 'unit', 'whyNone'),
      rows: moneyRows(report.money),
    },
    historySheet(report),
  ];
}

function figuresSheet({ figures, length, asOf }: ReportFiles, siteUrl: string): NamedSheet {
  return {
    name: t('reportFiles.sheets.figures'),
    titles: titlesOf('figure', 'value', 'change', 'whyNone', 'proof', 'jql', 'asOf'),
    rows: figures.map(({ name, measure, change, jql }) => [
      text(figureTitle(name, length)),
      number(valueOf(measure)),
      number(change),
      text(whyNot(measure)),
      text(jql === null ? null : `${siteUrl}/issues/?jql=${encodeURIComponent(jql)}`),
      text(jql),
      instant(asOf),
    ]),
  };
}

const BUDGET = ['planned', 'committed', 'actual', 'forecast'] as const;

function moneyRows(money: ReportFiles['money']): Cell[][] {
  if (typeof money === 'string')
    return [[text(t('reportFiles.deck.money')), null, null, text(whyNoMoney(money))]];
  const { currency } = money;
  const row = (
    title: string,
    kind: 'money' | Below<'reportFiles.sheets.units'>,
    measure: MeasureView,
  ): Cell[] => {
    const value = valueOf(measure);
    if (value === null) return [text(title), null, null, text(whyNot(measure))];
    if (kind === 'money') return [text(title), ...moneyCells({ minor: Math.round(value), currency }), null];
    return [
      text(title),
      number(kind === 'share' ? value * 100 : value),
      text(t(`reportFiles.sheets.units.${kind}`)),
      null,
    ];
  };
  return [
    ...BUDGET.map((name) => row(t(`plan.actuals.${name}`), 'money', money.budget[name])),
    ...money.earned.map(({ name, kind, measure }) => row(earnedWord(name), kind, measure)),
    row(t('reportFiles.sheets.complete'), 'share', money.complete),
    [
      text(t('reportFiles.sheets.method')),
      text(money.method && t(`plan.progress.${money.method}`)),
      null,
      null,
    ],
    [text(t('reportFiles.sheets.baseline')), text(money.baseline), null, null],
    [text(t('reportFiles.sheets.estimate')), text(t(`plan.eac.${money.estimate}`)), null, null],
  ];
}

/** One row a report, oldest first; the dimensions in the order of the newest. */
function historySheet({ history, dimensions }: ReportFiles): NamedSheet {
  const names = dimensions.map(({ dimension }) => dimension);
  return {
    name: t('reportFiles.sheets.history'),
    titles: [
      ...titlesOf('report', 'asOf', 'overall'),
      ...names.map(dimensionWord),
      ...titlesOf('open', 'opened', 'resolved', 'overdue', 'amberRisks', 'redRisks'),
    ],
    rows: history.map(({ label, asOf, rag, dimensions: then, ...counts }) => [
      text(label),
      instant(asOf),
      text(colourWord(rag)),
      ...names.map((name) => text(colourWord(then.find(({ dimension }) => dimension === name)?.rag ?? null))),
      ...countsOf(counts).map(number),
    ]),
  };
}

const countsOf = ({
  open,
  opened,
  resolved,
  ageing,
  risks,
}: Pick<ReportFiles['history'][number], 'open' | 'opened' | 'resolved' | 'ageing' | 'risks'>) => [
  ...[open, opened, resolved],
  ageing && ageing.to5 + ageing.to20 + ageing.over20,
  ...(risks ? [risks.amber, risks.red] : [null, null]),
];
