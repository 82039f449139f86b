import fc from '../../test/support/properties';
import { renderAdf } from './adf-html';

const options = { nameOf: (accountId: string) => (accountId === 'acc-1' ? 'Ann <b>' : '') };

const render = (...content: unknown[]): string => renderAdf({ type: 'doc', version: 1, content }, options);
const text = (value: string, ...marks: unknown[]) => ({ type: 'text', text: value, marks });
const node = (type: string, content: unknown[] = [], attrs: object = {}) => ({ type, attrs, content });
const p = (...content: unknown[]) => node('paragraph', content);

describe('a document in HTML', () => {
  it.each<[string, unknown, string]>([
    ['paragraphs', p(text('Hello')), '<p>Hello</p>'],
    ['headings', node('heading', [text('H')], { level: 2 }), '<h2>H</h2>'],
    ['line breaks', p(text('a'), node('hardBreak'), text('b')), '<p>a<br>b</p>'],
    ['bullets', node('bulletList', [node('listItem', [p(text('x'))])]), '<ul><li><p>x</p></li></ul>'],
    ['numbers', node('orderedList', [node('listItem')]), '<ol><li></li></ol>'],
    ['numbers from 3', node('orderedList', [], { order: 3 }), '<ol start="3"></ol>'],
    ['rules', node('rule'), '<hr>'],
    ['quotes', node('blockquote', [p(text('q'))]), '<blockquote><p>q</p></blockquote>'],
    [
      'code',
      node('codeBlock', [text('a < b')], { language: 'ts' }),
      '<pre class="adf-code"><code data-language="ts">a &lt; b</code></pre>',
    ],
    [
      'panels',
      node('panel', [p(text('x'))], { panelType: 'warning' }),
      '<div class="adf-panel adf-panel-warning"><p>x</p></div>',
    ],
    [
      'tables with merged cells',
      node('table', [
        node('tableRow', [node('tableHeader', [p(text('h'))], { colspan: 2 })]),
        node('tableRow', [node('tableCell', [p()], { rowspan: 2, colspan: 1 }), node('tableCell')]),
      ]),
      '<table class="adf-table"><tbody><tr><th colspan="2"><p>h</p></th></tr>' +
        '<tr><td rowspan="2"><p></p></td><td></td></tr></tbody></table>',
    ],
    [
      'tasks, nested ones too',
      node('taskList', [
        node('taskItem', [text('x')], { localId: 'a', state: 'DONE' }),
        node('taskList', [node('taskItem', [text('y')], { localId: 'b', state: 'TODO' })]),
      ]),
      '<ul class="adf-tasks"><li class="adf-task" data-task="a"><span class="adf-box" role="img" aria-label="Done">☑</span> x</li>' +
        '<li class="adf-nested"><ul class="adf-tasks"><li class="adf-task" data-task="b">' +
        '<span class="adf-box" role="img" aria-label="To do">☐</span> y</li></ul></li></ul>',
    ],
    [
      'decisions',
      node('decisionList', [node('decisionItem', [text('d')])]),
      '<ul class="adf-decisions"><li class="adf-decision">d</li></ul>',
    ],
    [
      'expands',
      node('expand', [p(text('x'))], { title: 'Details' }),
      '<details class="adf-expand"><summary>Details</summary><p>x</p></details>',
    ],
    [
      'columns',
      node('layoutSection', [node('layoutColumn', [p()], { width: 33.33 })]),
      '<div class="adf-layout"><div class="adf-column" style="flex-basis:33.33%"><p></p></div></div>',
    ],
    [
      'macros, by their key',
      node('extension', [], { extensionType: 't', extensionKey: 'toc' }),
      '<div class="adf-macro" data-extension-key="toc">Macro <code>toc</code></div>',
    ],
    [
      'people, by name',
      node('mention', [], { id: 'acc-1' }),
      '<span class="adf-mention">@Ann &lt;b&gt;</span>',
    ],
    ['people unknown', node('mention', [], { id: 'x', text: '@Bo' }), '<span class="adf-mention">@Bo</span>'],
    [
      'dates',
      node('date', [], { timestamp: '1784851200000' }),
      '<time datetime="2026-07-24">24 Jul 2026</time>',
    ],
    ['no dates', node('date', [], { timestamp: 'soon' }), '<span class="adf-unknown">no date: soon</span>'],
    [
      'statuses',
      node('status', [], { text: 'RED', color: 'red' }),
      '<span class="adf-status adf-status-red">RED</span>',
    ],
    [
      'emoji',
      node('emoji', [], { shortName: ':tada:', text: '🎉' }),
      '<span class="adf-emoji" title=":tada:">🎉</span>',
    ],
    [
      'cards',
      node('blockCard', [], { url: 'https://e.example/a' }),
      '<p class="adf-card"><a href="https://e.example/a" rel="noreferrer">https://e.example/a</a></p>',
    ],
    [
      'cards with data',
      node('inlineCard', [], { data: { url: 'https://e.example/a', name: 'A page' } }),
      '<a href="https://e.example/a" rel="noreferrer">A page</a>',
    ],
  ])('has %s', (_what, content, expected) => {
    expect(render(content)).toBe(expected);
  });

  it.each<[string, object, string]>([
    ['strong', {}, '<strong>x</strong>'],
    ['em', {}, '<em>x</em>'],
    ['code', {}, '<code>x</code>'],
    ['strike', {}, '<s>x</s>'],
    ['underline', {}, '<u>x</u>'],
    ['subsup', { type: 'sub' }, '<sub>x</sub>'],
    ['subsup', { type: 'sup' }, '<sup>x</sup>'],
    ['textColor', { color: '#bf2600' }, '<span style="color:#bf2600">x</span>'],
    ['textColor', { color: 'red;background:url(x)' }, 'x'],
    ['annotation', {}, '<span class="adf-unknown-mark" title="Unknown mark: annotation">x</span>'],
  ])('marks text as %s %j', (type, attrs, expected) => {
    expect(render(text('x', { type, attrs }))).toBe(expected);
  });

  it('nests marks with the first outermost', () => {
    const link = { type: 'link', attrs: { href: '/a' } };
    expect(render(text('x', link, { type: 'strong' }))).toBe(
      '<a href="/a" rel="noreferrer"><strong>x</strong></a>',
    );
  });

  it('names a node that it does not know, and shows what is inside', () => {
    expect(render(node('mediaSingle', [node('caption', [text('Figure')])]))).toBe(
      '<span class="adf-unknown">unknown node mediaSingle<span class="adf-unknown">unknown node captionFigure</span></span>',
    );
  });

  it.each(['toString', 'constructor', '__proto__'])('takes %s for no node and no mark', (name) => {
    expect(render(node(name))).toBe(`<span class="adf-unknown">unknown node ${name}</span>`);
    expect(render(text('x', { type: name }))).toBe(
      `<span class="adf-unknown-mark" title="Unknown mark: ${name}">x</span>`,
    );
  });

  it.each([null, 'text', 7, [], {}, { type: 'paragraph' }])('says so where %j is no document', (value) => {
    expect(renderAdf(value, options)).toBe('<span class="adf-unknown">no document</span>');
  });

  it('survives what no document should hold', () => {
    expect(render(null, 3, { type: 4 })).toBe('<span class="adf-unknown">unreadable node</span>'.repeat(3));
    expect(render({ type: 'paragraph', content: 'x', attrs: 1, marks: {} })).toBe('<p></p>');
  });
});

describe('links in a document', () => {
  const linked = (href: string): string => render(text('x', { type: 'link', attrs: { href } }));

  it.each([
    'https://e.example/?a=1',
    'http://e.example',
    'mailto:a@e.example',
    '/wiki/x',
    'page#part',
    '//e.example',
  ])('can be followed to %s', (href) =>
    expect(linked(href)).toBe(`<a href="${href}" rel="noreferrer">x</a>`),
  );

  it.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'file:///etc/passwd',
    'http://[',
    '',
  ])('cannot be followed to %j', (href) => {
    expect(linked(href)).toMatch(/^<span class="adf-bad-link" title="[^"<>]*">x<\/span>$/);
  });
});

/** Every tag that the renderer writes; attribute values hold no quote and no angle bracket. */
const TAG = /<\/?[a-z][a-z0-9]*(?: [a-z-]+="[^"<>]*")*>/g;
const skeleton = (html: string): string[] =>
  (html.match(TAG) ?? []).map((tag) => tag.replace(/"[^"]*"/g, '""'));

/** A document with `words` wherever a person or an app can put text. */
const everywhere = (words: string) => [
  p(
    text(words),
    text(words, { type: 'strong' }, { type: words }),
    node('mention', [], { id: words, text: words }),
  ),
  p(node('emoji', [], { shortName: words, text: words }), node('status', [], { text: words, color: words })),
  p(node('date', [], { timestamp: `x${words}` }), node('placeholder', [], { text: words })),
  node('panel', [p(text(words))], { panelType: words }),
  node('codeBlock', [text(words)], { language: words }),
  node('expand', [], { title: `x${words}` }),
  node('taskList', [node('taskItem', [text(words)], { localId: words, state: words })]),
  node('extension', [], { extensionKey: words, extensionType: words }),
  node('heading', [text(words)], { level: `x${words}` }),
  node('orderedList', [], { order: `x${words}` }),
  node('table', [node('tableRow', [node('tableCell', [], { colspan: `x${words}` })])]),
  node('layoutColumn', [], { width: `x${words}` }),
  text(words, { type: 'textColor', attrs: { color: words } }),
];

/** Strings that lean towards what breaks out of HTML. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '/', '=', ' ', '-', '!', 'a', 's', '\n') }),
  fc.constantFrom('<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '&lt;b&gt;', ']]>', '-->'),
);

describe('text in a document', () => {
  it('introduces no tag, whatever it says and wherever it stands', () => {
    const harmless = skeleton(render(...everywhere('word')));
    fc.assert(
      fc.property(hostile, (words) => {
        const html = render(...everywhere(words));
        expect(skeleton(html)).toEqual(harmless);
        expect(html.replace(TAG, '')).not.toMatch(/[<>"']/);
      }),
    );
  });

  it('is shown as it was written', () => {
    const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
    fc.assert(
      fc.property(hostile, (words) => {
        const shown = render(text(words)).replace(
          /&(#39|\w+);/g,
          (_all, name: string) => ENTITIES[name] ?? '',
        );
        expect(shown).toBe(words);
      }),
    );
  });

  it('never becomes a link that runs a script', () => {
    const schemes = fc.constantFrom('javascript:', 'JAVASCRIPT:', 'data:', 'vbscript:', 'java\nscript:', '');
    fc.assert(
      fc.property(schemes, hostile, (scheme, rest) => {
        const html = render(
          text('x', { type: 'link', attrs: { href: scheme + rest } }),
          node('inlineCard', [], { url: scheme + rest }),
        );
        expect(html.replace(TAG, '')).not.toMatch(/[<>"']/);
        expect(html).not.toMatch(/href="[\s\0-\x20]*(j\s*a\s*v\s*a\s*s|data:|vbscript:)/i);
      }),
    );
  });
});
