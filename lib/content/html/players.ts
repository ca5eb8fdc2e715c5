/** Elements that play or quote content from another site. */
import type { Block, Embed } from '../body/body.ts';
import { embedAddress, linkAddress } from './addresses.ts';
import { paragraphOf } from './inlines.ts';
import type { PictureContext } from './pictures.ts';
import { attribute, elementsIn, firstElement, hasClass, textOf, type HtmlElement } from './tree.ts';
import { notice } from '../notice.ts';

/**
 * The post that a service's own embed snippet quotes.
 * @returns null for any other element
 */
export function quotedEmbed(element: HtmlElement): Embed['attrs'] | null {
  if (hasClass(element, /^(twitter-(tweet|video)|instagram-media|fb-(post|video))$/)) {
    const own = ['data-instgrm-permalink', 'data-href', 'cite'].map((name) =>
      attribute(element, name),
    );
    const links = [...elementsIn(element)]
      .filter(({ tagName }) => tagName === 'a')
      .map((link) => attribute(link, 'href'));
    // The post's own address is the last one, after those in its text.
    for (const address of [...own, ...links.reverse()]) {
      const embed = address && embedAddress(address);
      if (embed) return embed;
    }
  }
  const post = attribute(element, 'data-telegram-post');
  return post ? embedAddress(`https://t.me/${post}`) : null;
}

/** Whether an element plays something. */
export const isPlayer = ({ tagName }: HtmlElement): boolean =>
  /^(iframe|video|audio|object|embed)$/.test(tagName);

/** A player as an embed, or as a link to what it plays. */
export function playerBlocks(
  player: HtmlElement,
  { base, report }: Pick<PictureContext, 'base' | 'report'>,
): Block[] {
  const source = firstElement(player, 'source', 'embed');
  const address =
    ['src', 'data-src', 'data-lazy-src', 'data']
      .map((name) => attribute(player, name))
      .find(Boolean) ?? (source ? attribute(source, 'src') : '');
  const embed = embedAddress(address);
  if (embed) return [{ type: 'embed', attrs: embed }];
  const words = textOf(player);
  const href = linkAddress(address, base);
  report(
    notice`<${player.tagName}> of ${address.slice(0, 200) || 'nothing'}: a link was put in its place.`,
  );
  const kept = words ? [paragraphOf(words)] : [];
  if (!href) return address && !words ? [paragraphOf(address)] : kept;
  const title = attribute(player, 'title').trim() || address;
  return [paragraphOf(title, [{ type: 'link', attrs: { href } }]), ...kept];
}

/**
 * WordPress's file block: its name as a link, without the button that repeats it.
 * @returns null for any other element
 */
export function fileBlocks(
  element: HtmlElement,
  { base, report }: Pick<PictureContext, 'base' | 'report'>,
): Block[] | null {
  const link = hasClass(element, /^wp-block-file$/) ? firstElement(element, 'a') : null;
  const href = link && linkAddress(attribute(link, 'href'), base);
  if (!link || !href) return null;
  report(notice`The file ${href} was not imported: it became a link.`);
  return [paragraphOf(textOf(link) || href, [{ type: 'link', attrs: { href } }])];
}

/**
 * Ghost's cards for a page, a film, a sound or a file: words and a link, without the player's buttons.
 * @returns null for any other element
 */
export function cardBlocks(
  card: HtmlElement,
  { base, report }: Pick<PictureContext, 'base' | 'report'>,
): Block[] | null {
  const kind = /\bkg-(bookmark|audio|video|file)-card\b/.exec(attribute(card, 'class'))?.[1];
  const target =
    kind && firstElement(card, ...(kind === 'bookmark' || kind === 'file' ? ['a'] : [kind]));
  if (!target) return null;
  const part = (name: RegExp) => {
    const found = [...elementsIn(card)].find((element) => hasClass(element, name));
    return found ? textOf(found) : '';
  };
  const address = attribute(target, 'href') || attribute(target, 'src');
  const href = linkAddress(address, base);
  const title = part(/^kg-(bookmark|audio|file-card)-title$/) || address;
  if (kind !== 'bookmark')
    report(notice`A card (${kind}) of ${address}: a link was put in its place.`);
  const caption = firstElement(card, 'figcaption');
  const words = [
    part(/^kg-(bookmark-description|file-card-caption)$/),
    caption ? textOf(caption) : '',
  ];
  return [
    ...(title ? [paragraphOf(title, href ? [{ type: 'link', attrs: { href } }] : [])] : []),
    ...words.filter(Boolean).map((line) => paragraphOf(line)),
  ];
}
