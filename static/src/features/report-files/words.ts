import type { ReportFiles } from '../../api/contract';
import type { Format } from '../../shared/format';
import { type Below, t } from '../../shared/i18n';

type Money = Exclude<ReportFiles['money'], string>;
type Dimension = ReportFiles['dimensions'][number];
export type Colour = ReportFiles['overall'];

/** Headings of a table in a file. */
export const titlesOf = (...columns: readonly Below<'reportFiles.columns'>[]): string[] =>
  columns.map((column) => t(`reportFiles.columns.${column}`));

export const colourWord = (colour: Colour | null): string =>
  colour === null ? t('reportFiles.noColour') : t(`reportFiles.colours.${colour}`);

export const dimensionWord = (dimension: Dimension['dimension']): string =>
  t(`status.pictures.dimensions.${dimension}`);

/** Why a dimension has its colour, as the report says it. */
export const reasonWord = ({ text }: Dimension['reasons'][number]): string => text ?? t('plan.moneyWithheld');

export const moveWord = (move: Below<'reportFiles.moves'> | null): string | null =>
  move === null ? null : t(`reportFiles.moves.${move}`);

export const earnedWord = (name: Money['earned'][number]['name']): string =>
  name === 'daysLate' ? t('plan.figures.daysLate') : t(`plan.earned.${name}`);

/** Why there is no money. */
export const whyNoMoney = (money: 'none' | 'hidden'): string =>
  money === 'hidden' ? t('plan.moneyWithheld') : t('reportFiles.noMoney');

/** A date of the report; what is no date stays out. */
export const dateWord = (date: string | null, format: Format): string | null => date && format.date(date);
