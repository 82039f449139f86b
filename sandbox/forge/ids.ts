/** Makes UUIDs that count up, so that two runs of the same story name everything alike. `space` keeps kinds apart. */
export function createUuids(space: number): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `${space.toString(16).padStart(8, '0')}-0000-4000-8000-${last.toString(16).padStart(12, '0')}`;
  };
}
