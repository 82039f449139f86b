import { type Below, t } from '../../shared/i18n';

/** Headings of a table in a file. */
export const titlesOf = (...columns: readonly Below<'reportFiles.columns'>[]): string[] =>
  columns.map((column) => t(`reportFiles.columns.${column}`));
