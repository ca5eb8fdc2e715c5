/** Inline elements; all others separate paragraphs. */
const INLINE =
  /^(a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|nobr|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)$/i;
const TAG = /<(\/?)([a-z][a-z0-9-]*)[^<>]*>|<!--/gi;

/** The words of HTML as paragraphs, without any other element; scripts, styles and comments have none. */
export function flatHtml(source: string): string {
  const paragraphs: string[] = [];
  let words = '';
  let at = 0;
  /** The delimiter that ends the skipped part. */
  let until: string | null = null;
  for (const { 0: tag, 1: closing, 2: name = '!--', index } of source.matchAll(TAG)) {
    if (until !== null && (closing !== '/' || name.toLowerCase() !== until)) continue;
    if (index < at) continue;
    if (until === null) words += source.slice(at, index);
    until = null;
    at = index + tag.length;
    if (name === '!--') {
      const end = source.indexOf('-->', at);
      at = end < 0 ? source.length : end + 3;
    } else if (closing !== '/' && /^(script|style)$/i.test(name)) until = name.toLowerCase();
    else if (!INLINE.test(name)) {
      if (words.trim() !== '') paragraphs.push(words);
      words = '';
    }
  }
  if (until === null) words += source.slice(at);
  if (words.trim() !== '') paragraphs.push(words);
  return paragraphs.map((paragraph) => `<p>${paragraph.replaceAll('<', '&lt;')}</p>`).join('');
}
