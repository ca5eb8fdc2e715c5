import type { Picture } from '@/lib/content/article';
import type { ImageNode } from '@/lib/content/body/body';
import { FigurePicture } from '../media/FigurePicture';
import { Caption } from './Caption';

/** A picture in the text. If its file is missing, only the caption is rendered. */
export function Figure({
  image,
  picture,
  credit,
}: {
  image: ImageNode;
  picture: Picture | undefined;
  credit: string;
}) {
  const { alt, caption, credit: by } = image.attrs;
  return (
    <figure>
      {picture && (
        <FigurePicture picture={picture} alt={alt} sizes="(width >= 768px) 720px, 100vw" />
      )}
      <Caption caption={caption} credit={by} label={credit} />
    </figure>
  );
}
