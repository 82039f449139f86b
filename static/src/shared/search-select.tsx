import { Suspense } from 'react';
import { lazyPart } from './lazy-part';
import type { OneProps, SeveralProps } from './search-control';

export type { Option, Searched, SearchProps } from './search-control';

/** A sixth of what a page may weigh: it comes with the first field that needs it. */
const One = lazyPart(async () => ({ default: (await import('./search-control')).OneControl }));
const Several = lazyPart(async () => ({ default: (await import('./search-control')).SeveralControl }));

const room = <div className="dk-control-room" aria-busy="true" />;

/** Chooses one of what a search finds. */
export const SearchOne = (props: OneProps) => (
  <Suspense fallback={room}>
    <One {...props} />
  </Suspense>
);

/** Chooses several of what a search finds. */
export const SearchSeveral = (props: SeveralProps) => (
  <Suspense fallback={room}>
    <Several {...props} />
  </Suspense>
);
