import { MOST_LINES } from '../../api/contract';

/** Whether a text is a number of rows that a macro can show. */
export const isLimit = (text: string): boolean =>
  /^\d{1,3}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= MOST_LINES;
