/* global document, window, location, history */
/**
 * The page around the app's frames: it gives them their height, shows their flags, and follows them where they lead.
 * It listens only to frames that this page made, from the origin that serves the app.
 */
(() => {
  const CHANNEL = 'docket-bridge';
  const FLAG_SECONDS = 8;
  const { appOrigin, appBase } = document.body.dataset;
  const frames = () => [...document.querySelectorAll('iframe.app-frame')];

  const flags = new Map();
  function closeFlag(id) {
    flags.get(id)?.remove();
    flags.delete(id);
  }
  function showFlag({ id, title, description, type }) {
    closeFlag(id);
    const flag = document.createElement('div');
    flag.className = `flag flag-${['success', 'warning', 'error'].includes(type) ? type : 'info'}`;
    flag.setAttribute('role', 'status');
    for (const [tag, text] of [
      ['strong', title],
      ['span', description],
    ]) {
      if (!text) continue;
      const part = document.createElement(tag);
      part.textContent = String(text);
      flag.append(part);
    }
    document.querySelector('.flags').append(flag);
    flags.set(id, flag);
    window.setTimeout(() => closeFlag(id), FLAG_SECONDS * 1000);
  }

  const pathUnderBase = () => {
    const rest = location.pathname.slice(appBase.length) || '/';
    return `${rest}${location.search}${location.hash}`;
  };

  const handlers = {
    resize(data, frame) {
      frame.style.height = `${Math.min(Math.max(Number(data.height) || 0, 48), 20000)}px`;
    },
    showFlag,
    closeFlag: ({ id }) => closeFlag(id),
    title({ title }) {
      document.title = String(title);
    },
    reload: () => location.reload(),
    navigate({ url, type }) {
      const target = new URL(url, location.origin);
      if (target.protocol !== 'http:' && target.protocol !== 'https:') return;
      if (type === 'new-tab') window.open(target.href, '_blank', 'noopener');
      else location.assign(target.href);
    },
    emit(data) {
      for (const frame of frames())
        frame.contentWindow.postMessage({ channel: CHANNEL, command: 'emit', data }, appOrigin);
    },
    historyMove({ action, path }) {
      if (!appBase) return;
      const url = `${appBase}${String(path).replace(/^\/(?=$|[?#])/, '')}`;
      history[action === 'REPLACE' ? 'replaceState' : 'pushState'](null, '', url);
    },
    historyGo: ({ delta }) => history.go(Number(delta)),
  };

  window.addEventListener('message', ({ origin, source, data }) => {
    if (origin !== appOrigin || data?.channel !== CHANNEL) return;
    const frame = frames().find((candidate) => candidate.contentWindow === source);
    if (frame && Object.hasOwn(handlers, data.command)) handlers[data.command](data.data || {}, frame);
  });
  window.addEventListener('popstate', () => {
    if (!appBase) return;
    for (const frame of frames())
      frame.contentWindow.postMessage(
        { channel: CHANNEL, command: 'historyPop', data: { path: pathUnderBase() } },
        appOrigin,
      );
  });

  for (const select of document.querySelectorAll('select[data-submit]'))
    select.addEventListener('change', () => select.form.requestSubmit());
  // A step of the clock takes a moment: say so, and do not take a second click for a second step.
  for (const form of document.querySelectorAll('form[data-busy]'))
    form.addEventListener('submit', () => {
      form.classList.add('busy');
      for (const button of form.querySelectorAll('button')) button.setAttribute('aria-disabled', 'true');
    });
})();
