import { SiteError } from '../operation';
import { minutes } from '../../../test/support/minutes';
import { toStorage } from './storage';

const doc = (...content: unknown[]) => ({ content });
const text = (value: string, ...marks: unknown[]) => ({ type: 'text', text: value, marks });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });

describe('the storage format', () => {
  it.each<[string, unknown, string]>([
    ['text', paragraph(text('a < b & "c"')), '<p>a &lt; b &amp; &quot;c&quot;</p>'],
    ['marks', paragraph(text('x', { type: 'strong' }, { type: 'em' })), '<p><strong><em>x</em></strong></p>'],
    [
      'links',
      paragraph(text('x', { type: 'link', attrs: { href: 'https://e.example/?a=1&b="' } })),
      '<p><a href="https://e.example/?a=1&amp;b=&quot;">x</a></p>',
    ],
    ['headings', { type: 'heading', attrs: { level: 3 }, content: [text('T')] }, '<h3>T</h3>'],
    [
      'people',
      { type: 'mention', attrs: { id: 'a"1' } },
      '<ac:link><ri:user ri:account-id="a&quot;1" /></ac:link>',
    ],
    ['dates', { type: 'date', attrs: { timestamp: '1784851200000' } }, '<time datetime="2026-07-24" />'],
    [
      'merged cells',
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableHeader', attrs: { colspan: 2 }, content: [paragraph(text('h'))] }],
          },
        ],
      },
      '<table><tbody><tr><th colspan="2"><p>h</p></th></tr></tbody></table>',
    ],
    [
      'code that ends a CDATA section',
      { type: 'codeBlock', attrs: { language: 'xml' }, content: [text(']]>')] },
      '<ac:structured-macro ac:name="code" ac:schema-version="1"><ac:parameter ac:name="language">xml</ac:parameter>' +
        '<ac:plain-text-body><![CDATA[]]]]><![CDATA[>]]></ac:plain-text-body></ac:structured-macro>',
    ],
    [
      'panels',
      { type: 'panel', attrs: { panelType: 'error' }, content: [paragraph(text('x'))] },
      '<ac:structured-macro ac:name="warning" ac:schema-version="1"><ac:rich-text-body><p>x</p></ac:rich-text-body></ac:structured-macro>',
    ],
  ])('writes %s', (_what, node, expected) => {
    expect(toStorage(doc(node))).toBe(expected);
  });

  it('writes tasks with their state, owner and date', () => {
    const storage = toStorage(
      minutes({ localId: 'a', done: true, owner: 'member', text: 'Go', due: Date.UTC(2026, 6, 24) }),
    );
    expect(storage).toContain(
      '<ac:task><ac:task-id>a</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>' +
        '<ac:link><ri:user ri:account-id="member" /></ac:link>Go<time datetime="2026-07-24" /></ac:task-body></ac:task>',
    );
  });

  it.each([
    ['node', doc({ type: 'mediaSingle', content: [] }), 'mediaSingle'],
    ['node that every object has', doc({ type: 'constructor' }), 'constructor'],
    ['mark', doc(paragraph(text('x', { type: 'annotation' }))), 'annotation'],
  ])('refuses a %s that it does not model, and names it', (_what, unknown, name) => {
    expect(() => toStorage(unknown)).toThrow(SiteError);
    expect(() => toStorage(unknown)).toThrow(name);
  });
});
