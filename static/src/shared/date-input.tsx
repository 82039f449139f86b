import { Suspense } from 'react';
import type { DateInputProps } from './date-picker';
import { lazyPart } from './lazy-part';

/** A sixth of what a page may weigh, and few people come to pick a date. */
const Picker = lazyPart(() => import('./date-picker'));

/** A calendar date, YYYY-MM-DD, typed or taken from a calendar; `''` while there is none. */
export function DateInput(props: DateInputProps) {
  return (
    <Suspense fallback={<div className="dk-control-room" aria-busy="true" />}>
      <Picker {...props} />
    </Suspense>
  );
}
