import type { ReportFiles } from '../../api/contract';
import { figureTitle } from '../../shared/figure-title';
import type { Format } from '../../shared/format';
import { t } from '../../shared/i18n';
import { xmlText } from '../../shared/xml-text';
import { stateWord } from '../registers/register-words';
import { moneySlide } from './deck-money';
import { type Colour, colourWord, dateWord, dimensionWord, moveWord, reasonWord, titlesOf } from './words';

/** What stands in a cell of a slide's table. */
export interface SlideCell {
  readonly text: string;
  /** Fills the cell; its name is in the text. */
  readonly colour?: Colour;
}

/** One slide: what is said above its table, and the table. */
export interface Slide {
  readonly title: string;
  readonly lines: readonly string[];
  readonly table: {
    readonly titles: readonly string[];
    /** Shares of the width. */
    readonly widths: readonly number[];
    readonly rows: readonly (readonly SlideCell[])[];
  } | null;
}

/** The slides of one report: its cover, and the others in their order. */
export interface Deck {
  readonly cover: { readonly title: string; readonly colour: Colour; readonly lines: readonly string[] };
  readonly slides: readonly Slide[];
}

/** Rows and characters that a slide has room for. */
const MOST_ROWS = 9;
const MOST_CHARACTERS = 150;
/** In a narrow column. */
const MOST_NARROW = 80;

/**
 * A deck that says what the report says, exceptions first.
 *
 * @param format the viewer's, in UTC: slides are shown to people in other zones.
 */
export function deckOf(report: ReportFiles, format: Format): Deck {
  const { project, label, before, revision } = report;
  return {
    cover: {
      title: shortened(t('reportFiles.deck.title', { project: project.name })),
      colour: report.overall,
      lines: [
        t('reportFiles.deck.period', {
          label,
          start: format.date(report.start),
          end: format.date(report.end),
        }),
        t('reportFiles.deck.asOf', { when: format.instant(report.asOf) }),
        ...(before
          ? [t('reportFiles.deck.before', { label: before.label, colour: colourWord(before.overall) })]
          : []),
        ...(revision > 1 ? [t('reportFiles.deck.revision', { revision })] : []),
      ],
    },
    slides: [
      dimensionsSlide(report),
      exceptionsSlide(report, format),
      milestonesSlide(report, format),
      moneySlide(report.money, format),
      risksSlide(report, format),
      nextSlide(report, format),
    ],
  };
}

export const cell = (value: string | null, most = MOST_CHARACTERS): SlideCell => ({
  text: value === null || value === '' ? t('reportFiles.deck.none') : shortened(value, most),
});

const coloured = (colour: Colour | null): SlideCell => ({
  text: colourWord(colour),
  ...(colour !== null && { colour }),
});

function shortened(value: string, most = MOST_CHARACTERS): string {
  const plain = xmlText(value).replace(/\s+/g, ' ').trim();
  return plain.length > most ? `${plain.slice(0, most - 1).trimEnd()}…` : plain;
}

/** A slide with as many rows as it has room for; it says how many it leaves out. */
export function tableSlide(
  title: string,
  lines: readonly string[],
  table: NonNullable<Slide['table']>,
  empty: string,
): Slide {
  const { rows } = table;
  if (rows.length === 0) return { title, lines: [...lines, empty], table: null };
  const left = rows.length - MOST_ROWS;
  return {
    title,
    lines: left > 0 ? [...lines, t('reportFiles.more', { rows: left })] : lines,
    table: { ...table, rows: rows.slice(0, MOST_ROWS) },
  };
}

function dimensionsSlide({ dimensions, before: last }: ReportFiles): Slide {
  const rows = dimensions.map(({ dimension, rag, before, setInReview, reasons }) => [
    cell(dimensionWord(dimension)),
    coloured(rag),
    last === null ? cell(null) : coloured(before),
    cell(
      setInReview === null
        ? (reasons.map(reasonWord)[0] ?? null)
        : t('reportFiles.deck.setInReview', { why: setInReview }),
    ),
  ]);
  return tableSlide(
    t('reportFiles.deck.dimensions'),
    [],
    { titles: titlesOf('dimension', 'now', 'before', 'why'), widths: [2, 2, 2, 7], rows },
    '',
  );
}

function exceptionsSlide(
  { figures, length, decisions, missing, attention }: ReportFiles,
  format: Format,
): Slide {
  const overdue = figures.flatMap(({ name, measure, change }) =>
    name.startsWith('overdue') && 'value' in measure && measure.value > 0
      ? [
          [
            cell(t('reportFiles.deck.figure')),
            cell(`${figureTitle(name, length)}: ${format.number(measure.value)}${changeOf(change, format)}`),
            cell(null),
          ],
        ]
      : [],
  );
  const rows = [
    ...decisions.map(({ stream, text: asked }) => [
      cell(t('reportFiles.deck.decision')),
      cell(`${stream}: ${asked}`),
      cell(null),
    ]),
    ...attention.map(({ what, id, summary, date }) => [
      cell(what),
      cell(`${id} ${summary}`),
      cell(dateWord(date, format)),
    ]),
    ...missing.map((stream) => [cell(t('reportFiles.deck.missing')), cell(stream), cell(null)]),
    ...overdue,
  ];
  const table = { titles: titlesOf('what', 'which', 'by'), widths: [2, 9, 2], rows };
  return tableSlide(t('reportFiles.deck.exceptions'), [], table, t('reportFiles.deck.noExceptions'));
}

const changeOf = (change: number | null, format: Format): string =>
  change === null || change === 0 ? '' : ` (${format.change(change)})`;

function milestonesSlide({ milestones }: ReportFiles, format: Format): Slide {
  const rows = milestones.map(({ name, forecast, before, baseline, first, released, move }) => [
    cell(name, MOST_NARROW),
    ...[forecast, before, baseline, first].map((date) => cell(dateWord(date, format))),
    cell(moveWord(released ? 'released' : move)),
  ]);
  const table = {
    titles: titlesOf('milestone', 'forecast', 'before', 'baseline', 'firstPromised', 'change'),
    widths: [4, 2, 2, 2, 2, 1.5],
    rows,
  };
  return tableSlide(t('reportFiles.deck.milestones'), [], table, t('reportFiles.deck.noMilestones'));
}

function risksSlide({ risks }: ReportFiles, format: Format): Slide {
  const rows = risks.map(({ key, summary, score, residual, state, move }) => [
    cell(key),
    cell(summary === '' ? t('reportFiles.deck.untitled') : summary),
    ...[score, residual].map((value) => cell(value === null ? null : format.number(value))),
    cell(stateWord('risk', state)),
    cell(moveWord(move)),
  ]);
  const table = {
    titles: titlesOf('risk', 'summary', 'score', 'residual', 'state', 'change'),
    widths: [1.5, 6, 1, 1.2, 1.8, 1.2],
    rows,
  };
  return tableSlide(t('reportFiles.deck.risks'), [], table, t('reportFiles.deck.noRisks'));
}

function nextSlide({ figures, length, next }: ReportFiles, format: Format): Slide {
  const due = figures.find(({ name }) => name === 'dueNextWeek');
  const lines =
    due && 'value' in due.measure
      ? [`${figureTitle(due.name, length)}: ${format.number(due.measure.value)}`]
      : [];
  const rows = next.map(({ stream, text: plan }) => [cell(stream), cell(plan)]);
  return rows.length === 0
    ? { title: t('reportFiles.deck.next'), lines, table: null }
    : tableSlide(
        t('reportFiles.deck.next'),
        lines,
        { titles: titlesOf('who', 'what'), widths: [3, 10], rows },
        '',
      );
}
