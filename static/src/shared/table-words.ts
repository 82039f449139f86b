import { t } from './i18n';

/** What a paged and sorted table says of itself. */
export const tableWords = () => ({
  paginationi18n: {
    prev: t('shared.table.before'),
    next: t('shared.table.next'),
    label: t('shared.table.pages'),
    pageLabel: t('shared.table.page'),
  },
});

/** What the head of a column by which a table can be sorted says. */
export const sortable = () => ({
  isSortable: true,
  ascendingSortTooltip: t('shared.table.ascending'),
  descendingSortTooltip: t('shared.table.descending'),
  buttonAriaRoleDescription: t('shared.table.sort'),
});
