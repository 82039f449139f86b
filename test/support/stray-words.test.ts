import { pseudoMessages, Said, textsIn } from './stray-words';

const pseudo = pseudoMessages({
  late: 'Late by {count, plural, one {# day} other {# days}} for {name}',
  kind: '{kind, select, page {on the page} other {in {where}}}',
});

it('makes every letter of a message wide, and leaves what is filled in', () => {
  expect(pseudo).toEqual({
    late: 'Ｌａｔｅ ｂｙ {count, plural, one {# ｄａｙ} other {# ｄａｙｓ}} ｆｏｒ {name}',
    kind: '{kind, select, page {ｏｎ ｔｈｅ ｐａｇｅ} other {ｉｎ {where}}}',
  });
});

describe('a text on a screen', () => {
  const said = new Said();
  said.add(
    textsIn({ names: { ann: 'Ann Archer' }, why: 'The date has passed.\nNobody owns it.', id: 'R-1' }),
  );

  it.each([
    ['Ｌａｔｅ ｂｙ 3 ｄａｙｓ ｆｏｒ Ann Archer'],
    ['R-1 Nobody owns it'],
    ['Ｓａｖｅｄ: Wed, 18 Nov 2026, 09:30 am'],
    ['ann archer; ｓａｖｅｄ'],
    ['€ 1,200.00 / 50 %'],
  ])('may be "%s"', (text) => {
    expect(said.strayIn(text)).toEqual([]);
  });

  it.each([
    ['Late by 3 days', ['Late by 3 days']],
    ['Phase 1: Ｎａｍｅ', ['Phase 1']],
    ['Ｒｅｍｏｖｅ Ann Archer now', ['Ann Archer now']],
  ])('is stray in "%s"', (text, stray) => {
    expect(said.strayIn(text)).toEqual(stray);
  });
});
