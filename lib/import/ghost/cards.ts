/** The cards of Ghost's editors as the HTML that Ghost itself would write, as far as we need it. */
import { unified } from 'unified';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import type { Nodes } from 'mdast';
import { escapeHtml } from '../../content/body/escape-html.ts';
import { notice, type Notice } from '../../content/notice.ts';

export type Payload = Readonly<Record<string, unknown>>;

/** The first of the named fields that has a text; '' where none has. */
export const textField = (payload: Payload, ...names: string[]): string => {
  for (const name of names) {
    const value = payload[name];
    if (typeof value === 'string' && value !== '') return value;
  }
  return '';
};

const listField = (payload: Payload, name: string): Payload[] =>
  Array.isArray(payload[name]) ? (payload[name] as Payload[]) : [];

const figure = (inner: string, payload: Payload): string => {
  const caption = textField(payload, 'caption');
  return `<figure>${inner}${caption && `<figcaption>${caption}</figcaption>`}</figure>`;
};
const image = (payload: Payload): string =>
  `<img src="${escapeHtml(textField(payload, 'src'))}" alt="${escapeHtml(textField(payload, 'alt', 'altText'))}">`;
const link = (address: string, words: string): string =>
  `<p><a href="${escapeHtml(address)}">${escapeHtml(words || address)}</a></p>`;

/** Cards that are not part of the public page: those for newsletters only, and forms. */
const UNSEEN = /^(email|email-cta|signup|transistor)$/;

/**
 * Whether Ghost hides a card from readers who are not members, by the fields that its editors used over the
 * years.
 */
function isHidden({ visibility }: Payload): boolean {
  if (typeof visibility !== 'object' || visibility === null) return false;
  const { showOnWeb, web } = visibility as { showOnWeb?: unknown; web?: { nonMember?: unknown } };
  return showOnWeb === false || web?.nonMember === false;
}

/**
 * A card by its name in either editor, as a reader who is not a member sees it; empty if it is hidden from
 * them.
 * @param report - called for cards that were left out, and for those reduced to their words
 */
export function cardHtml(name: string, payload: Payload, report: (reason: Notice) => void): string {
  if (UNSEEN.test(name) || isHidden(payload)) {
    report(notice`The card “${name}” is not for every reader: it was left out.`);
    return '';
  }
  const known = knownCardHtml(name, payload);
  if (known !== null) return known;
  report(notice`The card “${name}” was reduced to its text.`);
  return unknownCardHtml(payload);
}

/** @returns null for an unknown card */
function knownCardHtml(name: string, payload: Payload): string | null {
  const text = (...names: string[]) => textField(payload, ...names);
  switch (name) {
    case 'html':
      return text('html');
    case 'markdown':
    case 'card-markdown':
      return markdownHtml(text('markdown'));
    case 'image':
      return figure(image(payload), payload);
    case 'gallery': {
      const images = listField(payload, 'images').map((one) => `<figure>${image(one)}</figure>`);
      return `<figure class="gallery">${images.join('')}</figure>${text('caption') && `<p>${text('caption')}</p>`}`;
    }
    case 'embed': {
      const html = text('html');
      const address = `<p>${escapeHtml(text('url'))}</p>`;
      return `${text('url') ? address : html}${text('caption') && `<p>${text('caption')}</p>`}`;
    }
    case 'bookmark': {
      const metadata = (payload['metadata'] ?? {}) as Payload;
      const address = text('url') || textField(metadata, 'url');
      const description = textField(metadata, 'description');
      return `${link(address, textField(metadata, 'title'))}<p>${escapeHtml(description)}</p><p>${text('caption')}</p>`;
    }
    case 'code':
    case 'codeblock':
      return `<pre><code class="language-${escapeHtml(text('language'))}">${escapeHtml(text('code'))}</code></pre><p>${text('caption')}</p>`;
    case 'hr':
    case 'horizontalrule':
      return '<hr>';
    case 'callout':
      return `<p>${escapeHtml(text('calloutEmoji'))} ${text('calloutText')}</p>`;
    case 'toggle':
      return `<p><b>${text('heading')}</b></p>${text('content')}`;
    case 'button':
      return link(text('buttonUrl'), text('buttonText'));
    case 'video':
    case 'audio':
      return `<${name} src="${escapeHtml(text('src'))}" title="${escapeHtml(text('title'))}"></${name}><p>${text('caption')}</p>`;
    case 'file':
      return `${link(text('src'), text('fileTitle', 'fileName'))}<p>${text('fileCaption')}</p>`;
    case 'header':
      return `<h2>${text('heading', 'header')}</h2><p>${text('subheading', 'subheader')}</p>`;
    case 'product':
      return `<p><b>${text('productTitle')}</b></p>${text('productDescription')}${text('productUrl') && link(text('productUrl'), text('productButton'))}`;
    case 'call-to-action':
      return `<p>${text('sponsorLabel')}</p>${text('textValue')}${text('buttonUrl') && link(text('buttonUrl'), text('buttonText'))}`;
    case 'paywall':
    case 'more':
      return '';
    default:
      return null;
  }
}

/** The words of an unknown card, as paragraphs; HTML in it is read as HTML. */
function unknownCardHtml(payload: Payload): string {
  return Object.entries(payload)
    .filter(([key, value]) => typeof value === 'string' && !/^(type|version|direction)$/.test(key))
    .map(([, value]) => String(value))
    .map((value) => (/<\/?[a-z][^>]*>/i.test(value) ? value : `<p>${escapeHtml(value)}</p>`))
    .join('');
}

const reader = unified().use(remarkParse).use(remarkGfm).freeze();

/** Markdown as plain HTML, for cards that contain it. */
function markdownHtml(markdown: string): string {
  const inner = (nodes: readonly Nodes[]): string => nodes.map(nodeHtml).join('');
  const wrapped = (tag: string, node: { children: readonly Nodes[] }) =>
    `<${tag}>${inner(node.children)}</${tag}>`;
  const nodeHtml = (node: Nodes): string => {
    switch (node.type) {
      case 'html':
        return node.value;
      case 'text':
        return escapeHtml(node.value);
      case 'inlineCode':
        return `<code>${escapeHtml(node.value)}</code>`;
      case 'code':
        return `<pre><code>${escapeHtml(node.value)}</code></pre>`;
      case 'break':
        return '<br>';
      case 'thematicBreak':
        return '<hr>';
      case 'image':
        return image({ src: node.url, alt: node.alt ?? '' });
      case 'link':
        return `<a href="${escapeHtml(node.url)}">${inner(node.children)}</a>`;
      case 'heading':
        return wrapped(`h${node.depth}`, node);
      case 'list':
        return wrapped(node.ordered ? 'ol' : 'ul', node);
      default: {
        const tag = MARKDOWN_TAGS[node.type];
        if (!('children' in node)) return '';
        return tag ? wrapped(tag, node) : inner(node.children);
      }
    }
  };
  return nodeHtml(reader.parse(markdown));
}

const MARKDOWN_TAGS: Readonly<Record<string, string | undefined>> = {
  paragraph: 'p',
  strong: 'strong',
  emphasis: 'em',
  delete: 'del',
  listItem: 'li',
  blockquote: 'blockquote',
  table: 'table',
  tableRow: 'tr',
  tableCell: 'td',
};
