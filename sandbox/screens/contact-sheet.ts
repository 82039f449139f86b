import { html } from 'hono/html';
import type { Shot } from './shoot';

const STYLE = `
  body { margin: 24px; font: 14px/20px system-ui, sans-serif; }
  section { display: grid; grid-template-columns: repeat(auto-fill, minmax(320px, 1fr)); gap: 16px; }
  figure { margin: 0; border: 1px solid #8c8f97; }
  img { display: block; width: 100%; height: 220px; object-fit: cover; object-position: top; }
  figcaption { padding: 8px; }
  .problem { color: #ae2e24; }
`;

/** All pictures on one page, by role; each leads to its file. */
export async function contactSheet(shots: readonly Shot[]): Promise<string> {
  const roles = [...new Set(shots.map(({ screen }) => screen.role))];
  const figure = ({ screen, theme, file, problem }: Shot) =>
    html`<figure>
      <a href="${file}"><img src="${file}" alt="No picture" loading="lazy" /></a>
      <figcaption>
        ${screen.name}, ${theme} ${problem === null ? '' : html`<p class="problem">${problem}</p>`}
      </figcaption>
    </figure>`;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Screens of Docket</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <h1>Screens of Docket</h1>
        ${roles.map(
          (role) =>
            html`<h2>${role}</h2>
              <section>${shots.filter(({ screen }) => screen.role === role).map(figure)}</section>`,
        )}
      </body>
    </html>`;
  return String(await page);
}
