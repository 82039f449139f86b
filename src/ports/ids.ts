/** Makes identifiers that nobody else has made. */
export interface Ids {
  next(): string;
}
