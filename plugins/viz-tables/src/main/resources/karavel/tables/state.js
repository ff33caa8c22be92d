// @ts-check
/** @import { Host, Input, OwnState } from 'karavel-viz' */

/** @typedef {ReturnType<typeof ownState>} State */

const SOON = 200;

/** @param {OwnState} state */
const said = (state) => JSON.stringify(Object.entries(state).filter(([, value]) => value !== null && value !== undefined).sort(([a], [b]) => (a < b ? -1 : 1)));

/**
 * What the reader did, at once here and then at the host, which gives it back with the next input.
 * @param {Input} input @param {Host} host
 */
export function ownState(input, host) {
  let told = input.ownState;
  let now = told;
  /** @type {Record<string, unknown>} */
  let untold = {};
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const tell = () => {
    clearTimeout(timer);
    const patch = untold;
    untold = {};
    if (Object.keys(patch).length > 0) host.setState(patch);
  };
  return {
    get now() {
      return now;
    },
    /** @param {Input} next @returns {boolean} whether that says anything new */
    take(next) {
      if (next.ownState === told) return false;
      const before = said(now);
      told = next.ownState;
      now = { ...told, ...untold };
      return said(now) !== before;
    },
    /** @param {OwnState} patch @param {boolean} [later] while it changes with each movement of a hand */
    set(patch, later = false) {
      now = { ...now, ...patch };
      untold = { ...untold, ...patch };
      clearTimeout(timer);
      if (later) timer = setTimeout(tell, SOON);
      else tell();
    },
    dispose: tell,
  };
}
