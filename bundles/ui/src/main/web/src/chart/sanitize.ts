import DOMPurify from 'dompurify';

const forbidden = [
  'style',
  'form',
  'input',
  'button',
  'textarea',
  'select',
  'iframe',
  'object',
  'embed',
  'link',
  'meta',
  'base',
];

const purifier = DOMPurify();
purifier.addHook('afterSanitizeAttributes', (node) => {
  if (node.tagName === 'A' && node.hasAttribute('href')) {
    node.setAttribute('target', '_blank');
    node.setAttribute('rel', 'noopener noreferrer');
  }
  if (/^(img|image|use)$/i.test(node.tagName)) {
    for (const name of ['src', 'href', 'xlink:href']) {
      const value = node.getAttribute(name);
      if (value && !/^(data:image\/|#|\/)/.test(value)) node.removeAttribute(name);
    }
  }
});

/** No scripts, no event attributes, nothing fetched from elsewhere; links open beside the page. */
export const cleanHtml = (html: string): string =>
  purifier.sanitize(html, { FORBID_TAGS: forbidden, FORBID_ATTR: ['srcset', 'formaction'], ADD_ATTR: ['target'] });

export const cleanSvg = (svg: string): string =>
  purifier.sanitize(svg, { USE_PROFILES: { svg: true, svgFilters: true }, FORBID_TAGS: ['style'] });
