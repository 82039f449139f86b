import { attr, entry, escapeHtml, linkTo, type Node, readNode } from './adf-parts';

const HEX_COLOUR = /^#[0-9a-f]{6}$/i;

const element =
  (tag: string) =>
  (inner: string): string =>
    `<${tag}>${inner}</${tag}>`;

const MARKS: Readonly<Record<string, (inner: string, mark: Node) => string>> = {
  strong: element('strong'),
  em: element('em'),
  code: element('code'),
  strike: element('s'),
  underline: element('u'),
  subsup: (inner, mark) => element(attr(mark, 'type') === 'sub' ? 'sub' : 'sup')(inner),
  link: (inner, mark) => linkTo(attr(mark, 'href'), inner),
  textColor: (inner, mark) =>
    HEX_COLOUR.test(attr(mark, 'color'))
      ? `<span style="color:${attr(mark, 'color')}">${inner}</span>`
      : inner,
};

/** Text with its marks, the first outermost. A mark that is not known is named in a title; its text stays. */
export function renderText(node: Node): string {
  return node.marks.reduceRight<string>((inner, value) => {
    const mark = readNode(value);
    if (!mark) return inner;
    const render = entry(MARKS, mark.type);
    if (render) return render(inner, mark);
    const title = escapeHtml(`Unknown mark: ${mark.type}`);
    return `<span class="adf-unknown-mark" title="${title}">${inner}</span>`;
  }, escapeHtml(node.text));
}
