import { cropAddress } from '@/lib/content/body/picture';
import type { CaptionedPicture, PictureCrop } from '@/lib/content/article';

const RATIO = { '16x9': [1200, 675], '4x3': [1200, 900], '1x1': [1200, 1200] } as const;

/** A list's picture in one of the crops. Beside a headline it is decorative and adds no information. */
export function CardPicture({
  picture,
  crop,
  sizes,
  isLead = false,
}: {
  picture: CaptionedPicture;
  crop: PictureCrop;
  /** Value of the `sizes` attribute. */
  sizes: string;
  isLead?: boolean;
}) {
  const [width, height] = RATIO[crop];
  const sources = (format: 'avif' | 'webp') =>
    `${cropAddress(picture, crop, 480, format)} 480w, ${cropAddress(picture, crop, 1200, format)} 1200w`;
  return (
    <picture>
      <source type="image/avif" srcSet={sources('avif')} sizes={sizes} />
      <img
        src={cropAddress(picture, crop, 480, 'webp')}
        srcSet={sources('webp')}
        sizes={sizes}
        width={width}
        height={height}
        alt=""
        loading={isLead ? 'eager' : 'lazy'}
        fetchPriority={isLead ? 'high' : 'auto'}
        decoding={isLead ? 'sync' : 'async'}
      />
    </picture>
  );
}
