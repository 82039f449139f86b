import { html, raw } from 'hono/html';
import type { AdfDoc, FooterComment, Page, Space } from '../../site/entities';
import { canEditPage, canViewPage } from '../../site/confluence/access';
import { renderAdf } from '../adf-html';
import { appFrame, contentPart } from '../app-frame';
import type { Door, Html, Visit } from '../door';
import { layout } from '../layout';
import { MacroNode, macroOn, moduleKeyOf } from '../macro-settings';
import { avatar, count, lozenge, nameOf, person, timeTag } from '../parts';

/** Confluence's own address of a page: https://SITE/wiki/spaces/KEY/pages/ID/Title */
export const pagePath = (space: Space, page: Page): string =>
  `/wiki/spaces/${encodeURIComponent(space.key)}/pages/${page.id}/${encodeURIComponent(page.title).replace(/%20/g, '+')}`;

/** Where the settings of a macro are changed. */
export const settingsPath = (page: Page, localId: string): string =>
  `/wiki/pages/${page.id}/macros/${encodeURIComponent(localId)}`;

/** The settings of one macro on a page; nothing where it is not there, has none, or may not be changed. */
export function macroSettingsPage(door: Door, visit: Visit, page: Page, localId: string): Html | undefined {
  const { state } = door.sandbox;
  const space = state.spaces.get(page.spaceId);
  const macro = macroOn(page, localId);
  const module = macro && door.modules.at('macro', moduleKeyOf(macro));
  if (!space || !module?.configEntry || !canEditPage(state, visit.viewer, page)) return undefined;
  const back = pagePath(space, page);
  const title = module.title(visit.viewer.locale);
  return layout(
    door,
    visit,
    { title, at: { in: 'space', space, page: 'space' } },
    html`<p class="crumbs">
        <a href="/wiki/spaces/${space.key}">${space.name}</a> / <a href="${back}">${page.title}</a>
      </p>
      <h1>${title}</h1>
      ${appFrame(door, visit, {
        place: 'macro',
        moduleKey: module.key,
        extension: {
          ...contentPart(page, space),
          config: macro?.attrs.parameters?.guestParams ?? {},
          isEditing: true,
          localId,
        },
        title,
        fills: true,
        macro: { pageId: page.id, localId, back },
      })}`,
  );
}

function macroFrame(door: Door, visit: Visit, page: Page, space: Space, node: unknown): Html | undefined {
  const macro = MacroNode.safeParse(node);
  const module = macro.success ? door.modules.at('macro', moduleKeyOf(macro.data)) : undefined;
  if (!module || !macro.success) return undefined;
  const { localId, parameters } = macro.data.attrs;
  const frame = appFrame(door, visit, {
    place: 'macro',
    moduleKey: module.key,
    extension: {
      ...contentPart(page, space),
      config: parameters?.guestParams ?? {},
      isEditing: false,
      ...(localId === undefined ? {} : { localId }),
    },
    title: module.title(visit.viewer.locale),
  });
  const mayEdit = localId !== undefined && canEditPage(door.sandbox.state, visit.viewer, page);
  return html`<figure class="macro">
    <figcaption>
      ${module.title(visit.viewer.locale)}
      ${mayEdit && module.configEntry ? html`<a href="${settingsPath(page, localId)}">Edit the macro</a>` : ''}
    </figcaption>
    ${frame}
  </figure>`;
}

/** The document in runs: the app's macros as frames, all between them drawn from ADF. */
function bodyOf(door: Door, visit: Visit, page: Page, space: Space): Html[] {
  const options = { nameOf: nameOf(door.sandbox.state) };
  const parts: Html[] = [];
  let run: unknown[] = [];
  const flush = (): void => {
    if (run.length > 0) parts.push(raw(renderAdf({ ...page.body, content: run } satisfies AdfDoc, options)));
    run = [];
  };
  for (const node of page.body.content) {
    const frame = macroFrame(door, visit, page, space, node);
    if (frame) {
      flush();
      parts.push(frame);
    } else run.push(node);
  }
  flush();
  return parts;
}

function commentView(door: Door, visit: Visit, comment: FooterComment): Html {
  const { state } = door.sandbox;
  const author = state.users.get(comment.authorId);
  return html`<article class="comment" id="comment-${comment.id}">
    ${avatar(author)}
    <header>
      <strong>${author?.displayName ?? comment.authorId}</strong>
      ${author?.accountType === 'app' ? lozenge('app') : ''}
      ${timeTag(comment.created, visit.viewer.timeZone)}
    </header>
    <div class="adf">${raw(renderAdf(comment.body, { nameOf: nameOf(state) }))}</div>
  </article>`;
}

/** One page, as its newest version stands. */
export function wikiPage(door: Door, visit: Visit, space: Space, page: Page): Html {
  const { state } = door.sandbox;
  const zone = visit.viewer.timeZone;
  const parent = page.parentId === null ? undefined : state.pages.get(page.parentId);
  const children = state.pages
    .where('parent', page.id)
    .filter((child) => child.status === 'current' && canViewPage(state, visit.viewer, child))
    .sort((a, b) => a.position - b.position);
  const comments = state.footerComments.where('page', page.id).sort((a, b) => a.created - b.created);
  return layout(
    door,
    visit,
    { title: page.title, at: { in: 'space', space, page: 'space' } },
    html`<p class="crumbs">
        <a href="/wiki/spaces/${space.key}">${space.name}</a>
        ${parent ? html` / <a href="${pagePath(space, parent)}">${parent.title}</a>` : ''}
      </p>
      <h1>${page.title}</h1>
      <p class="lead">
        ${person(state, page.version.authorId)} - ${timeTag(page.version.created, zone)} -
        <a href="#versions">version ${page.version.number}</a>
        ${page.labels.map((label) => lozenge(label))}
      </p>
      <div class="adf page">${bodyOf(door, visit, page, space)}</div>
      ${
        children.length === 0
          ? ''
          : html`<h2>Pages below</h2>
              <ul>
                ${children.map(
                  (child) => html`<li><a href="${pagePath(space, child)}">${child.title}</a></li>`,
                )}
              </ul>`
      }
      <h2>${count(comments.length, 'comment')}</h2>
      ${comments.map((comment) => commentView(door, visit, comment))}
      <h2 id="versions">Versions</h2>
      <ul class="plain">
        ${[...page.history.map(({ version }) => version), page.version]
          .reverse()
          .map(
            (version) =>
              html`<li>
                ${version.number}. ${timeTag(version.created, zone)} by ${nameOf(state)(version.authorId)}
                ${version.message ? html`<span class="faint">"${version.message}"</span>` : ''}
              </li>`,
          )}
      </ul>`,
  );
}

interface Branch {
  readonly page: Page;
  readonly depth: number;
}

/** The pages of a space in their order, each below its parent. */
export function spacePage(door: Door, visit: Visit, space: Space): Html {
  const { state } = door.sandbox;
  const pages = state.pages
    .where('space', space.id)
    .filter((page) => page.status === 'current' && canViewPage(state, visit.viewer, page))
    .sort((a, b) => a.position - b.position || Number(a.id) - Number(b.id));
  const shown = new Set(pages.map(({ id }) => id));
  const below = (parentId: string | null, depth: number): Branch[] =>
    pages
      .filter(
        (page) => (page.parentId !== null && shown.has(page.parentId) ? page.parentId : null) === parentId,
      )
      .flatMap((page) => [{ page, depth }, ...below(page.id, depth + 1)]);
  return layout(
    door,
    visit,
    { title: space.name, at: { in: 'space', space, page: 'space' } },
    html`<p class="crumbs"><a href="/">Spaces</a> / ${space.name}</p>
      <h1>${space.name}</h1>
      <div class="scroll" tabindex="0">
        <table class="list">
          <thead>
            <tr>
              <th>Page</th>
              <th>Last changed by</th>
              <th>When</th>
              <th class="number">Version</th>
            </tr>
          </thead>
          <tbody>
            ${below(null, 0).map(
              ({ page, depth }) =>
                html`<tr>
                  <td class="depth${Math.min(depth, 4)}">
                    <a href="${pagePath(space, page)}">${page.title}</a> ${page.labels.map((l) => lozenge(l))}
                  </td>
                  <td class="nowrap">${person(state, page.version.authorId)}</td>
                  <td class="nowrap">${timeTag(page.version.created, visit.viewer.timeZone)}</td>
                  <td class="number">${page.version.number}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`,
  );
}
