import { cropBox } from '@/lib/content/body/picture';

/** A picture as a crop of it will be cut: one file shows every crop. */
export function CropView({
  picture,
  ratio,
  point,
  href,
  label,
  crop,
}: {
  picture: { width: number; height: number };
  /** Height by width. */
  ratio: number;
  /** What the crop keeps in sight, in parts of the whole. */
  point: { x: number; y: number };
  href: string;
  /** What is told of it; without one it is for the eye alone. */
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
