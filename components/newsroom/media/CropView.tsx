import { cropBox } from '@/lib/content/body/picture';

/** A preview of one crop of a picture: the same image file is used for every crop. */
export function CropView({
  picture,
  ratio,
  point,
  href,
  label,
  crop,
}: {
  picture: { width: number; height: number };
  /** Height divided by width. */
  ratio: number;
  /** The focal point that the crop keeps visible, as fractions (0 to 1) of the whole picture. */
  point: { x: number; y: number };
  href: string;
  /** The text alternative; without one the preview is decorative. */
  label?: string;
  crop?: string;
}) {
  const { left, top, width, height } = cropBox(picture, ratio, point);
  return (
    <svg
      viewBox={`${left} ${top} ${width} ${height}`}
      data-crop={crop}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <image href={href} width={picture.width} height={picture.height} />
    </svg>
  );
}
