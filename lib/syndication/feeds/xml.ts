import { escapeHtml } from '../../content/body/escape-html.ts';

/** What XML 1.0 has no way to write: most control characters, half surrogates, two non-characters. */
const UNWRITABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;

/** A text as it may stand in an element or a quoted attribute of XML. */
const xmlText = (text: string): string => escapeHtml(text.replace(UNWRITABLE, ''));

export type Attributes = Record<string, string | number | undefined>;

/**
 * An element.
 * @param content - a text, which is escaped, or elements that are written already; null for an empty one
 */
export function element(
  name: string,
  content: string | readonly string[] | null,
  attributes: Attributes = {},
): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${xmlText(String(value))}"`))
    .join('');
  if (content === null) return `<${name}${written}/>`;
  const inner = typeof content === 'string' ? xmlText(content) : content.join('');
  return `<${name}${written}>${inner}</${name}>`;
}

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
