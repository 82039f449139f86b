import {
  createRoutes,
  type HostHistory,
  pathOf,
  type Place,
  placeOf,
  type Routes,
  routesOfPart,
} from './routes';

/** A host's history that tells of every move, its own and the app's. */
function host(start: string) {
  const stack = [placeOf(start)];
  let tell: (place: Place, action: string) => void = () => undefined;
  const history: HostHistory = {
    location: placeOf(start),
    push: (path) => void stack.push(placeOf(path)),
    replace: (path) => void stack.splice(-1, 1, placeOf(path)),
    listen: (onMove) => void (tell = onMove),
  };
  return {
    history,
    paths: () => stack.map(pathOf),
    pop: (path: string) => tell(placeOf(path), 'POP'),
    echo: (path: string) => tell(placeOf(path), 'PUSH'),
  };
}

it.each([
  ['/registers/risk?state=open#top', { pathname: '/registers/risk', search: '?state=open' }],
  ['', { pathname: '/', search: '' }],
  ['?a=b', { pathname: '/', search: '?a=b' }],
  ['/plan?', { pathname: '/plan', search: '' }],
  ['/plan?a=1?2', { pathname: '/plan', search: '?a=1?2' }],
])('reads %j as a place', (path, place) => {
  expect(placeOf(path)).toEqual(place);
});

describe('routes over the history of the host', () => {
  it('go where they are told and say so once', () => {
    const { history, paths } = host('/');
    const routes = createRoutes(history);
    const seen: string[] = [];
    routes.subscribe(() => seen.push(pathOf(routes.place())));
    routes.go('/today', { replace: true });
    routes.go('/registers/risk');
    routes.go('/registers/risk');
    expect(seen).toEqual(['/today', '/registers/risk']);
    expect(paths()).toEqual(['/today', '/registers/risk']);
  });

  it('follow the back button', () => {
    const { history, pop } = host('/today');
    const routes = createRoutes(history);
    routes.go('/plan');
    pop('/today');
    expect(routes.place()).toEqual({ pathname: '/today', search: '' });
  });

  it('are not taken back by the echo of a move that another has overtaken', () => {
    const { history, echo } = host('/today');
    const routes = createRoutes(history);
    routes.go('/plan');
    routes.go('/reports');
    echo('/plan');
    expect(routes.place().pathname).toBe('/reports');
  });

  it.each([
    ['a link', (routes: Routes) => routes.go('/plan')],
    ['the back button', (_: Routes, back: (path: string) => void) => back('/plan')],
  ])('stay until it is decided that what %s leads away from may be lost', (_, leave) => {
    const { history, paths, pop } = host('/registers/risk/PRJ-1');
    const asked: (() => void)[] = [];
    const routes = createRoutes(history, (go) => void asked.push(go));
    leave(routes, pop);
    expect(routes.place().pathname).toBe('/registers/risk/PRJ-1');
    expect(paths().at(-1)).toBe('/registers/risk/PRJ-1');
    expect(asked).toHaveLength(1);
    asked[0]?.();
    expect(routes.place().pathname).toBe('/plan');
    expect(paths().at(-1)).toBe('/plan');
  });

  it('change what is looked at without asking, where the place stays', () => {
    const routes = createRoutes(host('/registers/risk?q=a').history, () => undefined);
    routes.go('/registers/risk?q=b', { replace: true });
    expect(routes.place().search).toBe('?q=b');
  });

  it('end with their subscription', () => {
    const routes = createRoutes(host('/today').history);
    const seen: string[] = [];
    const end = routes.subscribe(() => seen.push('moved'));
    end();
    routes.go('/plan');
    expect(seen).toEqual([]);
  });
});

describe('the routes of a part', () => {
  const parts = () => {
    const routes = createRoutes(host('/registers/risk?q=a').history);
    const registers = routesOfPart(routes, (path) => path.startsWith('/registers'));
    return { routes, registers };
  };

  it('are those of the app while it is looked at', () => {
    const { routes, registers } = parts();
    registers.go('/registers/risk/PRJ-1');
    expect(routes.place().pathname).toBe('/registers/risk/PRJ-1');
    registers.go('/plan');
    expect(routes.place().pathname).toBe('/plan');
  });

  it('keep the place where it was left, as the same object', () => {
    const { routes, registers } = parts();
    const before = registers.place();
    routes.go('/plan');
    expect(registers.place()).toBe(before);
    expect(pathOf(before)).toBe('/registers/risk?q=a');
  });

  it('move nobody from the background, but are there on return', () => {
    const { routes, registers } = parts();
    const seen: string[] = [];
    routes.go('/plan');
    registers.subscribe(() => seen.push(pathOf(registers.place())));
    registers.go('/registers/issue');
    registers.go('/reports');
    expect(seen).toEqual(['/registers/issue']);
    expect(routes.place().pathname).toBe('/plan');
  });
});
