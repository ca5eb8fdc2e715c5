import type { Picture } from '@/lib/content/article';
import { pictureAddress } from '@/lib/content/body/picture';

/** An uncropped picture in every width that was generated for it. */
export function FigurePicture({
  picture,
  alt,
  sizes,
  isLead = false,
}: {
  picture: Picture;
  alt: string;
  /** Value of the `sizes` attribute. */
  sizes: string;
  isLead?: boolean;
}) {
  const sources = (format: 'avif' | 'webp') =>
    picture.widths.map((width) => `${pictureAddress(picture, width, format)} ${width}w`).join(', ');
  const middle = picture.widths.find((width) => width >= 800) ?? picture.widths.at(-1) ?? 480;
  return (
    <picture>
      <source type="image/avif" srcSet={sources('avif')} sizes={sizes} />
      <img
        src={pictureAddress(picture, middle, 'webp')}
        srcSet={sources('webp')}
        sizes={sizes}
        width={picture.width}
        height={picture.height}
        alt={alt}
        loading={isLead ? 'eager' : 'lazy'}
        fetchPriority={isLead ? 'high' : 'auto'}
        decoding={isLead ? 'sync' : 'async'}
      />
    </picture>
  );
}
