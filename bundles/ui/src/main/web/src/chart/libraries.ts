const libraries: Readonly<Record<string, () => Promise<unknown>>> = {
  echarts: () => import('echarts'),
  'd3-format': () => import('d3-format'),
  'd3-time-format': () => import('d3-time-format'),
};

/** Libraries that plugins may borrow from the host. */
export function library(name: string): Promise<unknown> {
  const load = libraries[name];
  if (!load)
    return Promise.reject(
      new Error(`The host has no library “${name}”; it offers ${Object.keys(libraries).join(', ')}.`),
    );
  return load();
}
