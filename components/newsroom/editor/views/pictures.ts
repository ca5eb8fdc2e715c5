import { PICTURE_WIDTHS, pictureAddress } from '@/lib/content/body/picture';

/** The known data of a library picture. */
export interface KnownPicture {
  imageId: string;
  width: number;
  height: number;
  /** Available widths in pixels, ascending. */
  widths: readonly number[];
}

/** The pictures known to this screen: those of the article when it was opened, and those picked since. */
export class Pictures {
  readonly #known: Map<string, KnownPicture>;

  constructor(known: Record<string, KnownPicture>) {
    this.#known = new Map(Object.entries(known));
  }

  /** @param picture.width - width of the original, in pixels */
  add({ imageId, width, height }: Omit<KnownPicture, 'widths'>): void {
    if (this.#known.has(imageId)) return;
    const cut = PICTURE_WIDTHS.filter((candidate) => candidate <= width);
    this.#known.set(imageId, { imageId, width, height, widths: cut.length > 0 ? cut : [width] });
  }

  /**
   * Shows a picture in an `img` element; for a picture that was not added here, the usual widths are
   * requested.
   */
  show(img: HTMLImageElement, imageId: string, alt: string): void {
    const picture = this.#known.get(imageId);
    img.alt = alt;
    const widths = picture?.widths ?? [PICTURE_WIDTHS[1], PICTURE_WIDTHS[0]];
    const src = pictureAddress(
      { imageId },
      widths.find((width) => width >= 800) ?? widths.at(-1) ?? 800,
      'webp',
    );
    if (img.getAttribute('src') === src) return;
    if (picture) {
      img.width = picture.width;
      img.height = picture.height;
      img.sizes = '(width >= 768px) 720px, 100vw';
      img.srcset = widths
        .map((width) => `${pictureAddress({ imageId }, width, 'webp')} ${width}w`)
        .join(', ');
    }
    img.src = src;
  }
}
