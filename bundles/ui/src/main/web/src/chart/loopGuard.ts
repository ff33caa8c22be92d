import { waitedForGraphics } from './graphicsWait';

/** What the server puts into the loops of a plugin's scripts (`LoopGuard` of the viz bundle): a look at the clock. */
interface Guard {
  (): true;
  each: <T>(all: Iterable<T>) => Iterable<T>;
}

declare global {
  var karavelGuard: ((plugin: string) => Guard) | undefined;
}

const LONGEST = 3000;
/** A slow graphics card is no fault of a loop, but neither may it hold up a page for ever. */
const LONGEST_WITH_GRAPHICS = 20_000;
/** Looks between two readings of the clock, less one. */
const SELDOM = 511;

/** Counts calls into plugins: what guards measure time from. */
let called = 0;

/** Says to the guards in a plugin's loops that it is called anew. */
export function newTurn() {
  called++;
}

/** Calls a plugin. */
export function turn<T>(call: () => T): T {
  newTurn();
  return call();
}

const isOver = (took: number, waited: number) => took > LONGEST_WITH_GRAPHICS || took - waited > LONGEST;

/**
 * Time counts from the first look in a turn: a call by the page, or, of what the plugin does by itself, a turn of the event loop.
 * What was spent waiting for the graphics driver, which compiles a map's shaders for seconds where there is no card, is left out.
 */
export function guardOf(plugin: string): Guard {
  let looks = 0;
  let since = 0;
  let waitedBefore = 0;
  let within = called;
  const look = () => {
    const now = performance.now();
    if (since === 0 || within !== called) {
      if (since === 0)
        setTimeout(() => {
          since = 0;
        }, 0);
      since = now;
      waitedBefore = waitedForGraphics();
      within = called;
    } else if (now - since > LONGEST && isOver(now - since, waitedForGraphics() - waitedBefore)) {
      since = now;
      waitedBefore = waitedForGraphics();
      throw new RangeError(`A loop of plugin ${plugin} ran longer than ${LONGEST / 1000} seconds`);
    }
  };
  const guard = (): true => {
    if ((++looks & SELDOM) === 0) look();
    return true;
  };
  return Object.assign(guard, {
    each: function* <T>(all: Iterable<T>) {
      for (const one of all) {
        guard();
        yield one;
      }
    },
  });
}

globalThis.karavelGuard = guardOf;
