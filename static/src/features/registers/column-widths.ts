import type { RegisterColumn } from './columns';

const BUILT_IN: Readonly<Record<string, string>> = {
  key: '6rem',
  id: '4.5rem',
  summary: 'minmax(16rem, 3fr)',
  state: '8rem',
  score: '7rem',
  residual: '8rem',
  target: '7rem',
  band: '7rem',
  movement: '8.5rem',
  updated: '11rem',
};

const BY_KIND: Readonly<Record<NonNullable<RegisterColumn['field']>['kind'], string>> = {
  text: 'minmax(10rem, 1fr)',
  longText: 'minmax(14rem, 2fr)',
  choice: '8rem',
  person: '9rem',
  people: '12rem',
  date: '7.5rem',
  money: '9rem',
  number: '7rem',
  percentage: '7rem',
  scale: '9rem',
  issueLinks: '10rem',
  pageLink: '9rem',
};

/** @returns The column's track: what it holds decides how wide it needs to be. */
export const widthOf = ({ key, field }: RegisterColumn): string =>
  field === null ? (BUILT_IN[key] ?? BY_KIND.text) : BY_KIND[field.kind];
