import { router, view } from '@forge/bridge';
import { z } from 'zod';
import { createRoutes, type HostHistory, type Leave, type Place, placeOf, type Routes } from './routes';

/** What `view.createHistory` gives of the `history` package, of whichever version. */
interface GivenHistory {
  readonly location: unknown;
  push(path: string): void;
  replace(path: string): void;
  listen(onMove: (moved: unknown, action: unknown) => void): unknown;
}

const Given = z.custom<GivenHistory>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    ['push', 'replace', 'listen'].every((name) => typeof Reflect.get(value, name) === 'function'),
);

/**
 * The app's routes in the address of the product's page. Where the host has no history for this module, they last as
 * long as the screen.
 */
export async function openRoutes(leaveBy: Leave): Promise<Routes> {
  try {
    const made: unknown = await view.createHistory();
    const given = Given.parse(made);
    const history: HostHistory = {
      location: placeIn(given.location),
      push: (path) => given.push(path),
      replace: (path) => given.replace(path),
      listen: (onMove) => void given.listen((moved, action) => onMove(placeIn(moved), String(action))),
    };
    return createRoutes(history, leaveBy);
  } catch {
    return createRoutes(NO_HISTORY, leaveBy);
  }
}

const Location = z.object({ pathname: z.string(), search: z.string().catch('') });
const Moved = z.union([Location, z.object({ location: Location }).transform(({ location }) => location)]);

const placeIn = (moved: unknown): Place => Moved.safeParse(moved).data ?? placeOf('/');

const NO_HISTORY: HostHistory = {
  location: placeOf('/'),
  push: () => undefined,
  replace: () => undefined,
  listen: () => undefined,
};

/** A module of this app in a project. */
export interface ModulePlace {
  readonly moduleKey: string;
  readonly projectKey: string;
}

/** @returns The address of a module's page without a slash at its end, or an empty text where the host tells none. */
export async function addressOf(place: ModulePlace): Promise<string> {
  try {
    const url = await router.getUrl({ target: 'module', ...place });
    return url?.href.replace(/\/$/, '') ?? '';
  } catch {
    return '';
  }
}
