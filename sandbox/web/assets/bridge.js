/* global document, window, location, ResizeObserver */
/**
 * The Custom UI bridge as an app's frame finds it: `globalThis.__bridge.callBridge(command, data)`, which the real
 * `@forge/bridge` calls. Commands that need the site go to the server with the frame's own opaque token; commands that
 * need the surrounding page go to it by message. A command that nothing here models is refused by name.
 */
(() => {
  const script = document.currentScript;
  const { token, parent: parentOrigin, path: startPath, theme, back } = script.dataset;
  /** Where the app's modules stand, by key. */
  const modules = JSON.parse(script.dataset.modules);
  const CHANNEL = 'docket-bridge';

  const toParent = (command, data) =>
    window.parent.postMessage({ channel: CHANNEL, command, data }, parentOrigin);

  async function toServer(command, data) {
    const response = await fetch('/__bridge', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token, command, data }),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(answer.message);
    return answer.value;
  }

  /** Subscribers by event name, for `events.on`. */
  const subscribers = new Map();
  const closeListeners = new Set();

  const historyListeners = new Set();
  const locationOf = (path, state) => {
    const url = new URL(path || '/', location.origin);
    return { pathname: url.pathname, search: url.search, hash: url.hash, state, key: 'default' };
  };
  const history = {
    action: 'POP',
    location: locationOf(startPath),
    length: 1,
    listen(listener) {
      historyListeners.add(listener);
      return () => historyListeners.delete(listener);
    },
    createHref: (target) => (typeof target === 'string' ? target : hrefOf(target)),
    push: (target, state) => move('PUSH', target, state),
    replace: (target, state) => move('REPLACE', target, state),
    go: (delta) => toParent('historyGo', { delta }),
    goBack: () => toParent('historyGo', { delta: -1 }),
    goForward: () => toParent('historyGo', { delta: 1 }),
  };
  const hrefOf = (target) => `${target.pathname || '/'}${target.search || ''}${target.hash || ''}`;
  function arrive(action, next) {
    history.action = action;
    history.location = next;
    for (const listener of historyListeners) listener(next, action);
  }
  function move(action, target, state) {
    const path = typeof target === 'string' ? target : hrefOf(target);
    const next = locationOf(path, state === undefined ? target.state : state);
    toParent('historyMove', { action, path: hrefOf(next) });
    arrive(action, next);
  }

  /** Settings of a macro close into its page; anything else that closes is drawn again. */
  const leave = () =>
    back
      ? toParent('navigate', { url: new URL(back, parentOrigin).href, type: 'same-tab' })
      : toParent('reload');

  const issuePath = (target) => `/browse/${encodeURIComponent(target.issueKey)}`;
  const pathOf = {
    issue: issuePath,
    contentView: (target) => `/wiki/pages/${encodeURIComponent(target.contentId)}`,
    spaceView: (target) => `/wiki/spaces/${encodeURIComponent(target.spaceKey)}`,
    module({ moduleKey, projectKey, path = '' }) {
      if (!Object.hasOwn(modules, moduleKey))
        throw new Error(`The sandbox shows no module "${moduleKey}" on a page of its own.`);
      return modules[moduleKey].replace('{projectKey}', encodeURIComponent(projectKey)) + path;
    },
    projectSettingsDetails: (target) => `/projects/${encodeURIComponent(target.projectKey)}/settings/docket`,
  };
  function urlOf(target) {
    if (target.url !== undefined) return new URL(target.url, parentOrigin).href;
    const make = pathOf[target.target];
    if (!make) throw new Error(`The sandbox does not model navigation to "${target.target}".`);
    return new URL(make(target), parentOrigin).href;
  }

  const local = {
    navigate: (data) => toParent('navigate', { url: urlOf(data), type: data.type }),
    getUrl: (data) => urlOf(data),
    reload: () => toParent('reload'),
    refresh: () => toParent('reload'),
    changeWindowTitle: (title) => toParent('title', { title: String(title) }),
    showFlag(flag) {
      const { id, title, description, type } = flag;
      toParent('showFlag', { id: String(id), title, description, type });
      return true;
    },
    closeFlag: ({ id }) => toParent('closeFlag', { id: String(id) }),
    createHistory: () => history,
    enableTheming() {
      document.documentElement.dataset.colorMode = theme;
    },
    emitReadyEvent: () => true,
    onClose(listener) {
      closeListeners.add(listener);
      return true;
    },
    close() {
      for (const listener of closeListeners) listener();
      leave();
      return true;
    },
    async submit(payload) {
      const isKept = await toServer('submit', payload);
      if (isKept) leave();
      return isKept;
    },
    emit: ({ event, payload }) => toParent('emit', { event, payload }),
    on({ event, callback }) {
      const set = subscribers.get(event) || new Set();
      subscribers.set(event, set.add(callback));
      return Promise.resolve({ unsubscribe: () => set.delete(callback) });
    },
  };

  window.addEventListener('message', ({ origin, source, data }) => {
    if (origin !== parentOrigin || source !== window.parent || data?.channel !== CHANNEL) return;
    if (data.command === 'emit')
      for (const callback of subscribers.get(data.data.event) || []) callback(data.data.payload);
    if (data.command === 'historyPop') arrive('POP', locationOf(data.data.path));
  });

  globalThis.__bridge = {
    async callBridge(command, data) {
      if (Object.hasOwn(local, command)) return local[command](data);
      return toServer(command, data);
    },
  };

  // The page around gives the frame the height of its content, as Jira and Confluence do.
  let reported = 0;
  const report = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    if (height !== reported) toParent('resize', { height: (reported = height) });
  };
  window.addEventListener('DOMContentLoaded', () => {
    new ResizeObserver(report).observe(document.body);
    report();
  });
})();
