/* global document, window, EventSource */
/** The sandbox's own controls: what is folded away, and what goes on, told by the server as it happens. */
(() => {
  const remembered = 'docket-dock';

  function show(button, isShown) {
    button.setAttribute('aria-expanded', String(isShown));
    document.getElementById(button.dataset.toggle).classList.toggle('shown', isShown);
  }
  for (const button of document.querySelectorAll('button[data-toggle]')) {
    // The list of what runs stays open from page to page; the menu of places does not.
    const isKept = button.dataset.toggle === 'activity';
    if (isKept && sessionStorage.getItem(remembered) === 'open') show(button, true);
    button.addEventListener('click', () => {
      const isShown = button.getAttribute('aria-expanded') !== 'true';
      show(button, isShown);
      if (isKept) sessionStorage.setItem(remembered, isShown ? 'open' : '');
    });
  }

  const stream = new EventSource('/docket/live');
  stream.addEventListener('live', ({ data }) => {
    const parts = JSON.parse(data);
    for (const [name, markup] of Object.entries(parts)) {
      const part = document.querySelector(`[data-live="${name}"]`);
      // Written by the server with every value escaped, like the page itself.
      if (part && part.innerHTML !== markup) part.innerHTML = markup;
    }
  });
  window.addEventListener('pagehide', () => stream.close());
})();
