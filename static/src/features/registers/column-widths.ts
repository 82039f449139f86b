import type { RegisterColumn } from './columns';

const BUILT_IN: Readonly<Record<string, string>> = {
  key: '5.25rem',
  id: '4rem',
  summary: 'minmax(12rem, 3fr)',
  state: '7rem',
  score: '6.5rem',
  residual: '7rem',
  target: '6.5rem',
  band: '6.5rem',
  movement: '8.5rem',
  updated: '11rem',
};

const BY_KIND: Readonly<Record<NonNullable<RegisterColumn['field']>['kind'], string>> = {
  text: 'minmax(7.5rem, 1fr)',
  longText: 'minmax(14rem, 2fr)',
  choice: '7.5rem',
  person: '9rem',
  people: '12rem',
  date: '6.5rem',
  money: '7.5rem',
  number: '7rem',
  percentage: '7rem',
  scale: '9rem',
  issueLinks: '7.5rem',
  pageLink: '9rem',
};

/** @returns The column's track: what it holds decides how wide it needs to be. */
export const widthOf = ({ key, field }: RegisterColumn): string =>
  field === null ? (BUILT_IN[key] ?? BY_KIND.text) : BY_KIND[field.kind];
