// Runs once in every isolate, after our own script and before any plugin: takes away what a pure function has no use for, makes the
// shared objects unchangeable, and refuses at once what no chart needs and V8 would rather die of than fail.
(() => {
  const MOST_ITEMS = 5_000_000;
  const MOST_BYTES = 64 * 1024 * 1024;
  const MOST_LETTERS = 8_000_000;
  const { apply, construct, defineProperty, ownKeys, getOwnPropertyDescriptor, setPrototypeOf, getPrototypeOf } = Reflect;
  const tooLarge = (what) => new RangeError(`${what} is larger than a chart may need`);

  // Typed arrays live outside of the heap that V8 bounds: they are counted here, per drawing.
  let bytes = 0;
  const take = (count, what) => {
    bytes += count > 0 ? count : 0;
    if (bytes > MOST_BYTES) throw tooLarge(what);
  };
  const sizeOf = (value) => (typeof value === 'number' ? value : value === null || value === undefined ? 0 : (value.length ?? 0));
  const wrapped = (original, before) => {
    function counted(...given) {
      if (new.target === undefined) return apply(original, this, given);
      before(given);
      return construct(original, given, new.target === counted ? original : new.target);
    }
    for (const key of ownKeys(original)) {
      const own = getOwnPropertyDescriptor(original, key);
      if (key !== 'prototype') defineProperty(counted, key, own);
    }
    defineProperty(counted, 'prototype', { value: original.prototype, writable: false });
    setPrototypeOf(counted, getPrototypeOf(original));
    defineProperty(original.prototype, 'constructor', { value: counted, configurable: false, writable: true });
    return counted;
  };
  const give = (name, value) => defineProperty(globalThis, name, { value, writable: false, configurable: false });
  for (const name of ['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array']) {
    const original = globalThis[name];
    give(name, wrapped(original, ([first]) => (first instanceof RealBuffer ? 0 : take(sizeOf(first) * original.BYTES_PER_ELEMENT, name))));
  }
  const RealBuffer = globalThis.ArrayBuffer;
  give('ArrayBuffer', wrapped(RealBuffer, ([length, options]) => take(Math.max(Number(length) || 0, Number(options?.maxByteLength) || 0), 'ArrayBuffer')));

  const guard = (holder, names, check) => {
    for (const name of names) {
      const original = holder[name];
      if (typeof original !== 'function') continue;
      const { [name]: guarded } = {
        [name](...given) {
          check(this, given, name);
          return apply(original, this, given);
        },
      };
      defineProperty(holder, name, { value: guarded, writable: false, configurable: false });
    }
  };
  const itemsOf = (it, _given, name) => {
    if (it !== null && it !== undefined && it.length > MOST_ITEMS) throw tooLarge(`Array.prototype.${name}()`);
  };
  guard(Array.prototype, ['concat', 'copyWithin', 'every', 'fill', 'filter', 'find', 'findIndex', 'findLast', 'findLastIndex', 'flat', 'flatMap', 'forEach', 'includes', 'indexOf', 'join', 'lastIndexOf', 'map', 'reduce', 'reduceRight', 'reverse', 'slice', 'some', 'sort', 'splice', 'toReversed', 'toSorted', 'toSpliced', 'with', 'keys', 'values', 'entries'], itemsOf);
  guard(Array, ['from'], (_, [source]) => itemsOf(source, [], 'from'));
  const lettersOf = (it, given, name) => {
    if (String(it).length * (name === 'repeat' ? Math.max(1, Number(given[0]) || 0) : 1) > MOST_LETTERS) throw tooLarge(`String.prototype.${name}()`);
    if (name.startsWith('pad') && Number(given[0]) > MOST_LETTERS) throw tooLarge(`String.prototype.${name}()`);
  };
  guard(String.prototype, ['repeat', 'padStart', 'padEnd', 'split', 'match', 'matchAll', 'replace', 'replaceAll', 'normalize', 'toUpperCase', 'toLowerCase'], lettersOf);
  guard(JSON, ['parse'], (_, [text]) => {
    if (typeof text === 'string' && text.length > MOST_LETTERS) throw tooLarge('JSON.parse()');
  });
  guard(JSON, ['stringify'], (_, [value]) => itemsOf(value, [], 'stringify'));
  const RealArray = globalThis.Array;
  give('Array', new Proxy(RealArray, {
    construct: (target, given, as) => {
      if (given.length === 1 && given[0] > MOST_ITEMS) throw tooLarge('Array');
      return construct(target, given, as);
    },
    apply: (target, it, given) => {
      if (given.length === 1 && given[0] > MOST_ITEMS) throw tooLarge('Array');
      return apply(target, it, given);
    },
  }));
  defineProperty(RealArray.prototype, 'constructor', { value: globalThis.Array, writable: true, configurable: false });

  for (const name of ['WebAssembly', 'SharedArrayBuffer', 'Atomics', 'FinalizationRegistry', 'WeakRef']) delete globalThis[name];

  // The same input gives the same drawing: chance begins anew with each, and plugins are told no time.
  let seed = 1;
  Math.random = () => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };
  for (const shared of [Object, RealArray, String, Number, Boolean, Map, Set, WeakMap, Promise, RegExp, Date, Math, JSON, Reflect, Error, Symbol]) {
    if (shared.prototype && ![Error, Object].includes(shared)) Object.freeze(shared.prototype);
    Object.freeze(shared);
  }
  return () => {
    bytes = 0;
    seed = 1;
  };
})()
