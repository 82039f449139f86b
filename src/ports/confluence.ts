import type { AdfDoc } from '../domain/status';

export interface ConfluenceSpace {
  readonly id: string;
  readonly key: string;
  readonly homepageId: string | null;
  /** `https://example.atlassian.net`, without a slash at the end; null where Confluence did not say. */
  readonly siteUrl: string | null;
}

export interface ConfluencePage {
  readonly id: string;
  readonly title: string;
  readonly spaceId: string;
  readonly parentId: string | null;
  readonly status: string;
  /** Number of the current version. */
  readonly version: number;
  /** Where people open it, from the site's root on: `/wiki/spaces/...`; null where Confluence did not say. */
  readonly path: string | null;
}

export interface ConfluenceProperty {
  readonly id: string;
  readonly value: unknown;
  readonly version: number;
}

/** Confluence as the app itself sees it. Every method may also throw RATE_LIMITED, UPSTREAM_DOWN and UPSTREAM_SHAPE. */
export interface Confluence {
  /** True where the site has Confluence and the app is connected to it. */
  isThere(): Promise<boolean>;
  /** The space, or undefined where there is none that the app may see. @throws AppError NO_CONFLUENCE */
  findSpace(key: string): Promise<ConfluenceSpace | undefined>;
  /** Whether and how the page stands; undefined where it is deleted or out of sight. A trashed page has its status. */
  readPage(id: string): Promise<ConfluencePage | undefined>;
  /** The page with its body; undefined where it is deleted, out of sight, or not current. */
  readDocument(id: string): Promise<{ page: ConfluencePage; doc: AdfDoc } | undefined>;
  /** The page's text even where it is archived or in the trash, as long as the app may see it there. */
  readRemains(id: string): Promise<AdfDoc | undefined>;
  /** Pages that take up this title in the space: at most one is current, archived ones count too. */
  findByTitle(spaceId: string, title: string): Promise<ConfluencePage[]>;
  /** @throws AppError BAD_INPUT where the title is taken, NOT_FOUND where space or parent is out of reach. */
  createPage(page: {
    spaceId: string;
    parentId: string;
    title: string;
    doc: AdfDoc;
  }): Promise<ConfluencePage>;
  /** Writes the version after `base`. @throws AppError CONFLICT where `base` is no longer the current version. */
  updatePage(change: { base: ConfluencePage; doc: AdfDoc; message: string }): Promise<ConfluencePage>;
  readProperty(pageId: string, key: string): Promise<ConfluenceProperty | undefined>;
  /** Creates the property, or the version after `base`. @throws AppError CONFLICT where another run was faster. */
  writeProperty(
    pageId: string,
    key: string,
    value: unknown,
    base: ConfluenceProperty | undefined,
  ): Promise<void>;
}
