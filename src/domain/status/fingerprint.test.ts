import type { AdfNode } from './adf';
import { printOf } from './fingerprint';

const text = (words: string, ...marks: { type: string; attrs?: unknown }[]): AdfNode => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks } : {}),
});
const paragraph = (...content: AdfNode[]): AdfNode => ({ type: 'paragraph', content });
const link = (href: string) => ({ type: 'link', attrs: { href } });

const same: [string, AdfNode[], AdfNode[]][] = [
  [
    'local ids and layout',
    [{ type: 'table', content: [] }],
    [
      {
        type: 'table',
        attrs: { localId: 'x', layout: 'default', isNumberColumnEnabled: false },
        content: [],
      },
    ],
  ],
  ['texts that were split', [paragraph(text('ab'), text('c'))], [paragraph(text('a'), text('bc'))]],
  ['blank paragraphs', [paragraph(text('a'))], [paragraph(), paragraph(text('a')), paragraph(text('  '))]],
  [
    'an inline comment on a word',
    [paragraph(text('a word'))],
    [paragraph(text('a '), text('word', { type: 'annotation', attrs: { id: '1' } }))],
  ],
  [
    'the letter case of a lozenge',
    [{ type: 'status', attrs: { text: 'Red', color: 'red', localId: '1' } }],
    [{ type: 'status', attrs: { text: 'RED', color: 'red', style: '' } }],
  ],
  [
    'how a link is encoded',
    [paragraph(text('a', link('/issues/?jql=a%20%3D%20%22b%22')))],
    [
      paragraph(
        text('a', { type: 'link', attrs: { href: '/issues/?jql=a%20=%20"b"', __confluenceMetadata: null } }),
      ),
    ],
  ],
  [
    'the order of marks',
    [text('a', { type: 'em' }, { type: 'strong' })],
    [text('a', { type: 'strong' }, { type: 'em' })],
  ],
];

const different: [string, AdfNode[], AdfNode[]][] = [
  ['a word', [paragraph(text('a'))], [paragraph(text('b'))]],
  ['a mark', [text('a')], [text('a', { type: 'strong' })]],
  ['where a link leads', [text('a', link('/x'))], [text('a', link('/y'))]],
  [
    'the colour of a lozenge',
    [{ type: 'status', attrs: { text: 'x', color: 'red' } }],
    [{ type: 'status', attrs: { text: 'x', color: 'green' } }],
  ],
  ['where a paragraph ends', [paragraph(text('ab'))], [paragraph(text('a')), paragraph(text('b'))]],
  [
    'whom a mention names',
    [{ type: 'mention', attrs: { id: 'a' } }],
    [{ type: 'mention', attrs: { id: 'b' } }],
  ],
];

describe('the print of a section', () => {
  it.each(same)('does not change with %s', (_what, a, b) => {
    expect(printOf(b)).toBe(printOf(a));
  });

  it.each(different)('changes with %s', (_what, a, b) => {
    expect(printOf(b)).not.toBe(printOf(a));
  });
});
