// @ts-check

/**
 * An element with attributes and children; text stays text.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name @param {Readonly<Record<string, string>>} [attributes] @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== '') made.setAttribute(key, value);
  made.append(...children);
  return made;
}
