// Chart functions are pure: what could tell time, chance or the world apart says so when it is touched.
(() => {
  const wall = (name) => () => {
    throw new Error(`${name} is not there for a chart: it is a pure function of its input`);
  };
  const names = ['fetch', 'document', 'window', 'self', 'navigator', 'location', 'localStorage', 'sessionStorage', 'indexedDB', 'XMLHttpRequest', 'WebSocket', 'Worker',
    'setTimeout', 'setInterval', 'requestAnimationFrame', 'queueMicrotask', 'performance', 'crypto', 'process', 'require', 'console'];
  for (const name of names) Object.defineProperty(globalThis, name, { get: wall(name), configurable: false });
  const RealDate = Date;
  const PureDate = new Proxy(RealDate, {
    construct: (target, given, as) => (given.length === 0 ? wall('new Date()')() : Reflect.construct(target, given, as)),
    apply: wall('Date()'),
    get: (target, key) => (key === 'now' ? wall('Date.now') : Reflect.get(target, key)),
  });
  Object.defineProperty(RealDate.prototype, 'constructor', { value: PureDate });
  globalThis.Date = PureDate;
  Math.random = wall('Math.random');
  for (const shared of [Object, Array, String, Number, Map, Set, Math, JSON, Reflect]) {
    Object.freeze(shared);
    if (shared.prototype) Object.freeze(shared.prototype);
  }
  Object.preventExtensions(globalThis);
})()
