import { marked } from 'marked';
import { useMemo } from 'react';
import { cleanHtml } from '../chart/sanitize';

export default function Markdown({ source }: { source: string }) {
  const html = useMemo(() => cleanHtml(marked.parse(source, { async: false, gfm: true, breaks: false })), [source]);
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}
