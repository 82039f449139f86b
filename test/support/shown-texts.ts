import type { Frame, Page } from 'playwright-core';
import { z } from 'zod';

// As text: what compiles a function for Node may leave calls in it that a page does not know.
const COLLECT = `(() => {
  const SAID = ['aria-label', 'aria-roledescription', 'aria-valuetext', 'alt', 'placeholder', 'title'];
  const texts = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Element) {
      const isForEars = node.closest('[aria-hidden="true"]') === null;
      for (const name of SAID)
        if (isForEars || name === 'placeholder' || name === 'title') texts.push(node.getAttribute(name) ?? '');
      continue;
    }
    const parent = node.parentElement;
    const isSaid = !/^(SCRIPT|STYLE|TEXTAREA)$/.test(parent.tagName);
    if (isSaid && (parent.checkVisibility() || parent.closest('select') !== null)) texts.push(node.textContent);
  }
  return [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))];
})()`;

/**
 * Everything that a screen says to somebody: what stands in it, the names and hints of its controls, and its title. What
 * only a screen reader says is part of it; what people have typed is not.
 */
export const shownTexts = async (screen: Page | Frame): Promise<string[]> =>
  z.array(z.string()).parse(await screen.evaluate(COLLECT));
