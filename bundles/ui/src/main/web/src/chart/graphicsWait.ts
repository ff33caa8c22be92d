/** Calls that come back only when the graphics driver is done with what it was given. */
const WAITING = [
  'clientWaitSync',
  'finish',
  'getActiveAttrib',
  'getActiveUniform',
  'getAttribLocation',
  'getError',
  'getParameter',
  'getProgramInfoLog',
  'getProgramParameter',
  'getShaderInfoLog',
  'getShaderParameter',
  'getUniformLocation',
  'readPixels',
];

let waited = 0;

/** Milliseconds this page spent so far in calls that wait for the graphics driver. */
export const waitedForGraphics = () => waited;

/** Measures the waiting calls of a kind of drawing context from now on. */
export function measureWaits(context: object) {
  for (const name of WAITING) {
    const call: unknown = Reflect.get(context, name);
    if (typeof call !== 'function') continue;
    Reflect.set(context, name, function (this: unknown, ...values: unknown[]): unknown {
      const begun = performance.now();
      try {
        return Reflect.apply(call, this, values);
      } finally {
        waited += performance.now() - begun;
      }
    });
  }
}

for (const kind of ['WebGLRenderingContext', 'WebGL2RenderingContext'] as const)
  if (kind in globalThis) measureWaits(globalThis[kind].prototype);
