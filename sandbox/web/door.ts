import type { HtmlEscapedString } from 'hono/utils/html';
import type { Sandbox } from '../index';
import type { User } from '../site/entities';
import type { AppModules } from './app-modules';
import type { SwitchedFaults } from './fault-switches';
import type { Activity } from './live/activity';
import type { ModuleTokens } from './module-tokens';
import type { Serial } from './serial';
import type { Theme } from './theme';

/** What `html` gives: escaped text, perhaps still to be awaited. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What every page of the front door stands on. */
export interface Door {
  readonly sandbox: Sandbox;
  /** Takes whatever changes the sandbox, one after the other. */
  readonly serial: Serial;
  readonly modules: AppModules;
  readonly tokens: ModuleTokens;
  readonly faults: SwitchedFaults;
  readonly activity: Activity;
}

/** One look at a page: who looks, and through which address, since the app's frames come from the other one. */
export interface Visit {
  readonly viewer: User;
  readonly theme: Theme;
  /** They come from a step of the clock, and want to know what came of it. */
  readonly moved: boolean;
  /** The request's own path with its query. */
  readonly url: URL;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** `http://localhost:PORT`: the same server under another name, so that the app's frames are foreign to the page. */
  readonly appOrigin: string;
}
