/**
 * What runs inside the app's frame, as text: the browser measures itself, so that no time is spent on the way to it. A
 * figure ends with the frame that shows its outcome: two animation frames after the table has changed.
 */
export const PROBES = `(() => {
  const table = () => document.querySelector('.dk-grid[role=grid]');
  const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  let finish;
  const probes = (globalThis.docketProbes = {
    /** Milliseconds from the start of the frame's own loading until rows can be seen and used. */
    firstRows: null,
    /** The same, until all of the list is there. */
    allRows: null,
    done: new Promise((resolve) => (finish = resolve)),
    /** Milliseconds that a change of the table takes until its outcome is on the screen. */
    async after(change) {
      const start = performance.now();
      change();
      await drawn();
      return performance.now() - start;
    },
    /** Scrolls from top to bottom in steps of a part of the view. A frame is blank if a place in view has no line. */
    async scroll(stepOfView) {
      const grid = table();
      const { top, left, height } = grid.getBoundingClientRect();
      const places = Array.from({ length: 12 }, (_, at) => top + (height * (at + 0.5)) / 12);
      let [frames, blank, longest, before] = [0, 0, 0, performance.now()];
      grid.scrollTop = 0;
      await drawn();
      while (grid.scrollTop + grid.clientHeight < grid.scrollHeight - 1) {
        grid.scrollTop += stepOfView * grid.clientHeight;
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        if (frames > 0) longest = Math.max(longest, now - before);
        before = now;
        frames += 1;
        if (places.some((y) => !document.elementFromPoint(left + 40, y)?.closest('[role=row]'))) blank += 1;
      }
      return { frames, blank, longest };
    },
    type(words) {
      const input = document.querySelector('input.dk-search');
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, words);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    },
    sort(label) {
      const heads = [...table().querySelectorAll('[role=columnheader] button')];
      heads.find((head) => head.textContent.startsWith(label)).click();
    },
    openOnly: () => document.querySelector('.dk-filters input[type=checkbox]').click(),
    group(label) {
      const select = document.querySelector('.dk-filters select');
      const option = [...select.options].find(({ text }) => text === label);
      Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value').set.call(select, option.value);
      select.dispatchEvent(new Event('change', { bubbles: true }));
    },
    bar: () => document.querySelector('.dk-bars-name').click(),
    field: () => [...document.querySelectorAll('.dk-heat-cell')].find(({ textContent }) => !/ 0 /.test(textContent)).click(),
  });
  const look = async () => {
    if (probes.firstRows === null && table()?.querySelector('[role=row][aria-rowindex="2"]')) {
      probes.firstRows = 0;
      await drawn();
      probes.firstRows = performance.now();
    }
    const status = document.querySelector('[data-complete]')?.dataset.complete;
    if (probes.firstRows && probes.allRows === null && status === 'true') {
      probes.allRows = 0;
      await drawn();
      probes.allRows = performance.now();
      finish();
    }
  };
  new MutationObserver(() => void look()).observe(document, { childList: true, subtree: true, attributes: true });
})()`;
