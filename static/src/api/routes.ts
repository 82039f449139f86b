/** Where somebody is in the app, as the address says it. */
export interface Place {
  readonly pathname: string;
  /** With its question mark, or empty. */
  readonly search: string;
}

/** The history of the page that the app stands in, as far as it is needed. */
export interface HostHistory {
  readonly location: Place;
  push(path: string): void;
  replace(path: string): void;
  /** Calls back with each new place and how it was come to: `PUSH`, `REPLACE` or `POP`. */
  listen(onMove: (place: Place, action: string) => void): void;
}

/** Where the app is, and the way to go elsewhere. A place is the same object until it changes. */
export interface Routes {
  readonly place: () => Place;
  readonly go: (path: string, options?: { readonly replace?: boolean }) => void;
  /** Whether the last move was one of the browser's buttons, back to where somebody had been. */
  readonly isReturn: () => boolean;
  /** @returns The end of the subscription. */
  readonly subscribe: (onMove: () => void) => () => void;
}

/** @returns A path with its query, in its parts. */
export function placeOf(path: string): Place {
  const [beforeHash = ''] = path.split('#');
  const at = beforeHash.indexOf('?');
  if (at < 0) return { pathname: beforeHash || '/', search: '' };
  const search = beforeHash.slice(at);
  return { pathname: beforeHash.slice(0, at) || '/', search: search === '?' ? '' : search };
}

export const pathOf = ({ pathname, search }: Place): string => pathname + search;

/** Asks before a place is left where something would be lost; leaves at once, later, or never. */
export type Leave = (leave: () => void) => void;

/**
 * The app's routes over the history of the page around it.
 *
 * The host tells of the app's own moves, too, but later: the app goes by what it did itself, or an answer that comes
 * late would take it back to where it was.
 */
export function createRoutes(history: HostHistory, leaveBy: Leave = (leave) => leave()): Routes {
  const listeners = new Set<() => void>();
  let place = placeOf(pathOf(history.location));
  let isReturn = false;
  const arrive = (next: Place) => {
    if (pathOf(next) === pathOf(place)) return;
    place = next;
    for (const listener of [...listeners]) listener();
  };
  const move = (next: Place, go: () => void) => (next.pathname === place.pathname ? go() : leaveBy(go));
  history.listen((moved, action) => {
    if (action === 'PUSH' || action === 'REPLACE') return;
    const next = placeOf(pathOf(moved));
    let isWaiting = false;
    move(next, () => {
      if (isWaiting) history.replace(pathOf(next));
      isReturn = true;
      arrive(next);
    });
    if (pathOf(next) === pathOf(place)) return;
    // The address has moved already; until it is decided, it has to say again what is on the screen.
    isWaiting = true;
    history.push(pathOf(place));
  });
  return {
    place: () => place,
    go(path, { replace = false } = {}) {
      const next = placeOf(path);
      if (pathOf(next) === pathOf(place)) return;
      move(next, () => {
        if (replace) history.replace(pathOf(next));
        else history.push(pathOf(next));
        isReturn = false;
        arrive(next);
      });
    },
    isReturn: () => isReturn,
    subscribe(onMove) {
      listeners.add(onMove);
      return () => void listeners.delete(onMove);
    },
  };
}

/**
 * The routes of one part of the app, which stays open in the background while another is looked at: there it keeps the
 * place where it was left, and what it does late moves nobody.
 */
export function routesOfPart(routes: Routes, owns: (pathname: string) => boolean): Routes {
  let last = routes.place();
  const own = new Set<() => void>();
  const isHere = () => owns(routes.place().pathname);
  return {
    place: () => (isHere() ? (last = routes.place()) : last),
    go(path, options) {
      if (isHere()) {
        routes.go(path, options);
        return;
      }
      const next = placeOf(path);
      if (!owns(next.pathname)) return;
      last = next;
      for (const listener of [...own]) listener();
    },
    isReturn: routes.isReturn,
    subscribe(onMove) {
      own.add(onMove);
      const end = routes.subscribe(onMove);
      return () => {
        own.delete(onMove);
        end();
      };
    },
  };
}
