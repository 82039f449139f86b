import { memoryOf, rememberColumns, rememberedColumns, type Memory } from './remembered-columns';

const ALL = ['key', 'summary', 'state', 'owner'];
const STANDARD = ['key', 'summary', 'state'];

function memory(content: Record<string, string> = {}): Memory {
  const kept = new Map(Object.entries(content));
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
}

const refusing: Memory = {
  getItem: () => {
    throw new Error('SecurityError');
  },
  setItem: () => {
    throw new Error('QuotaExceededError');
  },
  removeItem: () => {
    throw new Error('SecurityError');
  },
};

it('brings a choice back, in the order of the register, until it is forgotten', () => {
  const kept = memory();
  rememberColumns(kept, 'risk', ['owner', 'key']);
  expect(rememberedColumns(kept, 'risk', ALL, STANDARD)).toEqual(['key', 'owner']);
  expect(rememberedColumns(kept, 'issue', ALL, STANDARD)).toEqual(STANDARD);
  rememberColumns(kept, 'risk', null);
  expect(rememberedColumns(kept, 'risk', ALL, STANDARD)).toEqual(STANDARD);
});

it.each(['', 'null', '[]', '{"a":1}', '[1,2]', '["gone"]', '["key"', JSON.stringify(['x'.repeat(100)])])(
  'takes the standard where what is kept is no choice: %s',
  (content) => {
    expect(rememberedColumns(memory({ risk: content }), 'risk', ALL, STANDARD)).toEqual(STANDARD);
  },
);

it('works without a storage, and with one that refuses', () => {
  for (const none of [null, refusing]) {
    rememberColumns(none, 'risk', ['key']);
    rememberColumns(none, 'risk', null);
    expect(rememberedColumns(none, 'risk', ALL, STANDARD)).toEqual(STANDARD);
  }
});

it('finds no storage where the browser forbids the very question', () => {
  const forbidden = {
    get localStorage(): Memory {
      throw new Error('SecurityError');
    },
  };
  expect(memoryOf(forbidden)).toBeNull();
  const kept = memory();
  expect(memoryOf({ localStorage: kept })).toBe(kept);
});
