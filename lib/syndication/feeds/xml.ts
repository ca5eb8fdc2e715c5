import { escapeHtml } from '../../content/body/escape-html.ts';

/**
 * Characters that XML 1.0 cannot represent: most control characters, lone surrogates, two non-characters.
 */
const UNWRITABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;

/** A text, escaped for an element or a quoted attribute of XML. */
const xmlText = (text: string): string => escapeHtml(text.replace(UNWRITABLE, ''));

export type Attributes = Record<string, string | number | undefined>;

/**
 * An element.
 * @param content - a text, which is escaped, or elements that are already written; null for an empty
 *   element
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
