/** The format of Ghost's previous editor (Mobiledoc 0.3), as HTML. */
import { escapeHtml } from '../../content/body/escape-html.ts';
import { cardHtml, type Payload } from './cards.ts';
import type { Notice } from '../../content/notice.ts';

type Markup = [tag: string, attributes?: string[]];
type Marker = [kind: number, opened: number[], closed: number, value: string | number];
interface Mobiledoc {
  atoms?: [name: string, value: string, payload: Payload][];
  cards?: [name: string, payload: Payload][];
  markups?: Markup[];
  sections?: unknown[][];
}
const [TEXT, IMAGE, LIST, CARD] = [1, 2, 3, 10];
const TAG = /^(p|h[1-6]|blockquote|aside|ul|ol|a|b|strong|i|em|s|code|u|sub|sup)$/;

/**
 * @param report - called for cards reduced to their words
 * @throws SyntaxError if the source is not JSON
 */
export function mobiledocHtml(source: string, report: (reason: Notice) => void): string {
  const { atoms = [], cards = [], markups = [], sections = [] } = JSON.parse(source) as Mobiledoc;

  const openTag = ([tag, attributes = []]: Markup): string => {
    const href = attributes[attributes.indexOf('href') + 1] ?? '';
    return tag === 'a' ? `<a href="${escapeHtml(href)}">` : `<${tag}>`;
  };
  const markersHtml = (markers: readonly Marker[]): string => {
    const open: string[] = [];
    return markers
      .map(([kind, opened, closed, value]) => {
        let html = '';
        for (const index of opened) {
          const markup = markups[index];
          const isKnown = markup !== undefined && TAG.test(markup[0]);
          open.push(isKnown ? markup[0] : 'span');
          html += isKnown ? openTag(markup) : '<span>';
        }
        const atom = kind === 1 ? atoms[Number(value)] : undefined;
        if (kind === 0) html += escapeHtml(String(value));
        else if (atom) html += atom[0] === 'soft-return' ? '<br>' : escapeHtml(atom[1]);
        for (let left = closed; left > 0; left--) html += `</${open.pop() ?? 'span'}>`;
        return html;
      })
      .join('');
  };
  const sectionHtml = (section: readonly unknown[]): string => {
    const [kind, first, second] = section;
    if (kind === TEXT) {
      const tag = TAG.test(String(first)) ? String(first).replace('aside', 'blockquote') : 'p';
      return `<${tag}>${markersHtml((second ?? []) as Marker[])}</${tag}>`;
    }
    if (kind === IMAGE) return `<figure><img src="${escapeHtml(String(first))}"></figure>`;
    if (kind === LIST) {
      const items = ((second ?? []) as Marker[][]).map((item) => `<li>${markersHtml(item)}</li>`);
      return first === 'ol' ? `<ol>${items.join('')}</ol>` : `<ul>${items.join('')}</ul>`;
    }
    const [name = '', payload = {}] = (kind === CARD ? cards[Number(first)] : undefined) ?? [];
    return cardHtml(name, payload, report);
  };
  return sections.map(sectionHtml).join('\n');
}
