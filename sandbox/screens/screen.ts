import type { FrameLocator, Page } from 'playwright-core';
import type { PersonName } from '../seed/people';
import type { Sandbox } from '../index';
import type { Theme } from '../web/theme';

/** Where things are on the demonstration's site, for the paths of screens. */
export interface Ground {
  readonly sandbox: Sandbox;
  /** Key of the issue in PAY with this summary. @throws Error where there is none. */
  issue(summary: string): string;
  /** Path of the newest reminder to this person about PAY. @throws Error where there is none. */
  reminder(to: PersonName): string;
  /** Path of the newest page with this in its title. @throws Error where there is none. */
  page(title: string): string;
  /** Path of the settings of the macro with this id. @throws Error where no page has one. */
  macroSettings(localId: string): string;
}

/** A page as it is open: itself, and the app's first frame on it. */
export interface Shown {
  readonly page: Page;
  readonly frame: FrameLocator;
}

/** One picture: who looks at what, and how to tell that it is there. */
export interface Screen {
  /** Unique together with `as`; part of the file's name. */
  readonly name: string;
  /** The person's part, for the file's name and the contact sheet. */
  readonly role: string;
  readonly as: PersonName;
  readonly path: string | ((ground: Ground) => string);
  /** Words that stand on it once it is ready: in the app's frame, or, with `on: 'page'`, around it. */
  readonly see: string | RegExp;
  readonly on?: 'page';
  /** Before anybody has switched Docket on; the site's two weeks later where absent. */
  readonly at?: 'first';
  /** What is opened or typed first; changes nothing on the site. */
  readonly first?: (shown: Shown) => Promise<void>;
  /** Light and dark where absent. */
  readonly themes?: readonly Theme[];
  /** 1280 pixels where absent. */
  readonly width?: number;
}
