/** The only source of the current time, and of waiting. */
export interface Clock {
  now(): Date;
  sleep(milliseconds: number): Promise<void>;
}
