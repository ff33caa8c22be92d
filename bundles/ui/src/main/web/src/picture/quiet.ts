const STILL = 250;
const LONGEST = 6000;

let pending = 0;

/** Counts what the page still waits for. */
export function countRequests(): void {
  const real = window.fetch.bind(window);
  window.fetch = async (...asked) => {
    pending++;
    try {
      return await real(...asked);
    } finally {
      pending--;
    }
  };
}

const after = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

/** Until nothing on the page has changed for a moment, and no answer is awaited. What never rests is photographed as it moves. */
export async function quiet(): Promise<void> {
  await document.fonts.ready;
  const end = performance.now() + LONGEST;
  let last = performance.now();
  const observer = new MutationObserver(() => {
    last = performance.now();
  });
  observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  while (performance.now() < end && (pending > 0 || performance.now() - last < STILL)) await after(50);
  observer.disconnect();
  await frame();
  await frame();
}

/** Until the window is as high as was asked for. */
export async function grown(height: number): Promise<void> {
  const end = performance.now() + LONGEST;
  while (window.innerHeight < Math.floor(height) && performance.now() < end) await after(20);
}
