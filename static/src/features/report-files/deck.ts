import type { ReportFiles } from '../../api/contract';
import { t } from '../../shared/i18n';
import { xmlText } from '../../shared/xml-text';
import { titlesOf } from './column-titles';
import { moneySlide } from './deck-money';

export type Colour = ReportFiles['overall'];

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

/** An instant as people read it, in UTC. */
export const minuteOf = (isoInstant: string): string => isoInstant.slice(0, 16).replace('T', ' ');

export const colourWord = (colour: Colour | null): string =>
  colour === null ? t('reportFiles.noColour') : t(`reportFiles.colours.${colour}`);

/** A deck that says what the report says, exceptions first. */
export function deckOf(report: ReportFiles): Deck {
  const { project, label, before, revision } = report;
  return {
    cover: {
      title: shortened(t('reportFiles.deck.title', { project: project.name })),
      colour: report.overall,
      lines: [
        t('reportFiles.deck.period', { label, start: report.start, end: report.end }),
        t('reportFiles.deck.asOf', { when: minuteOf(report.asOf) }),
        ...(before
          ? [t('reportFiles.deck.before', { label: before.label, colour: colourWord(before.overall) })]
          : []),
        ...(revision > 1 ? [t('reportFiles.deck.revision', { revision })] : []),
      ],
    },
    slides: [
      dimensionsSlide(report),
      exceptionsSlide(report),
      milestonesSlide(report),
      moneySlide(report.money),
      risksSlide(report),
      nextSlide(report),
    ],
  };
}

export const cell = (value: string | number | null, most = MOST_CHARACTERS): SlideCell => ({
  text: value === null || value === '' ? t('reportFiles.deck.none') : shortened(String(value), most),
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
    cell(dimension),
    coloured(rag),
    last === null ? cell(null) : coloured(before),
    cell(
      setInReview === null
        ? (reasons[0]?.text ?? null)
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

function exceptionsSlide({ figures, decisions, missing, attention }: ReportFiles): Slide {
  const overdue = figures.flatMap(({ name, title, measure, change }) =>
    name.startsWith('overdue') && 'value' in measure && measure.value > 0
      ? [
          [
            cell(t('reportFiles.deck.figure')),
            cell(`${title}: ${measure.value}${changeOf(change)}`),
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
    ...attention.map(({ what, id, summary, date }) => [cell(what), cell(`${id} ${summary}`), cell(date)]),
    ...missing.map((stream) => [cell(t('reportFiles.deck.missing')), cell(stream), cell(null)]),
    ...overdue,
  ];
  const table = { titles: titlesOf('what', 'which', 'by'), widths: [2, 9, 2], rows };
  return tableSlide(t('reportFiles.deck.exceptions'), [], table, t('reportFiles.deck.noExceptions'));
}

const changeOf = (change: number | null): string =>
  change === null || change === 0 ? '' : ` (${change > 0 ? '+' : ''}${change})`;

function milestonesSlide({ milestones }: ReportFiles): Slide {
  const rows = milestones.map(({ name, forecast, before, baseline, first, released, move }) => [
    cell(name, MOST_NARROW),
    ...[forecast, before, baseline, first].map((date) => cell(date)),
    cell(released ? t('reportFiles.deck.released') : move),
  ]);
  const table = {
    titles: titlesOf('milestone', 'forecast', 'before', 'baseline', 'firstPromised', 'change'),
    widths: [4, 2, 2, 2, 2, 1.5],
    rows,
  };
  return tableSlide(t('reportFiles.deck.milestones'), [], table, t('reportFiles.deck.noMilestones'));
}

function risksSlide({ risks }: ReportFiles): Slide {
  const rows = risks.map(({ key, summary, score, residual, state, move }) => [
    cell(key),
    cell(summary === '' ? t('reportFiles.deck.untitled') : summary),
    ...[score, residual, state, move].map((value) => cell(value)),
  ]);
  const table = {
    titles: titlesOf('risk', 'summary', 'score', 'residual', 'state', 'change'),
    widths: [1.5, 6, 1, 1.2, 1.8, 1.2],
    rows,
  };
  return tableSlide(t('reportFiles.deck.risks'), [], table, t('reportFiles.deck.noRisks'));
}

function nextSlide({ figures, next }: ReportFiles): Slide {
  const due = figures.find(({ name }) => name === 'dueNextWeek');
  const lines = due && 'value' in due.measure ? [`${due.title}: ${due.measure.value}`] : [];
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
