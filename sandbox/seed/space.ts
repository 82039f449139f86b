import type { AdfDoc, Page, Space } from '../site/entities';
import type { SiteState } from '../site/state';
import { doc, paragraph } from './document';

export interface NewPage {
  readonly spaceId: string;
  readonly parentId: string | null;
  readonly title: string;
  readonly body: AdfDoc;
  readonly authorId: string;
  /** Epoch milliseconds. */
  readonly created: number;
  readonly position: number;
}

/** Puts a page of one version in the site. */
export function putPage(state: SiteState, page: NewPage): Page {
  const row: Page = {
    ...page,
    id: state.nextId(),
    status: 'current',
    ownerId: page.authorId,
    version: { number: 1, message: '', minorEdit: false, authorId: page.authorId, created: page.created },
    history: [],
    labels: [],
    properties: [],
    readers: null,
  };
  state.pages.put(row);
  return row;
}

export interface NewSpace {
  readonly key: string;
  readonly name: string;
  readonly about: string;
  readonly authorId: string;
  /** Epoch milliseconds. */
  readonly created: number;
  readonly everyone: Space['everyone'];
  readonly members: Space['members'];
}

export interface ProjectSpace {
  readonly space: Space;
  readonly home: Page;
  /** The page under which weekly status pages go. */
  readonly reports: Page;
}

export const REPORTS_TITLE = 'Status reports';

/** Puts a project's space in the site: its home page and, under it, the page for status reports. */
export function putSpace(state: SiteState, { about, ...rest }: NewSpace): ProjectSpace {
  const id = state.nextId();
  const page = (parentId: string | null, title: string, text: string) =>
    putPage(state, {
      spaceId: id,
      parentId,
      title,
      body: doc(paragraph(text)),
      authorId: rest.authorId,
      created: rest.created,
      position: 0,
    });
  const home = page(null, `${rest.name} Home`, about === '' ? rest.name : about);
  const reports = page(home.id, REPORTS_TITLE, 'One page a week, the newest one first.');
  const space: Space = { ...rest, id, homepageId: home.id, appAccess: true };
  state.spaces.put(space);
  return { space, home, reports };
}
