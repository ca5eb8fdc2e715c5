import type { Picture } from '../../content/article.ts';
import { focusOf } from '../../content/body/picture.ts';
import { images } from '../../db/schema/images.ts';

/** The columns of a picture. */
export const pictureColumns = {
  id: images.id,
  width: images.width,
  height: images.height,
  colour: images.colour,
  widths: images.widths,
  focalX: images.focalX,
  focalY: images.focalY,
};

export interface PictureRow {
  id: string;
  width: number;
  height: number;
  colour: string;
  widths: number[];
  focalX: number;
  focalY: number;
}

/** Converts a row to a picture as pages show it. */
export function pictureOf({
  id,
  width,
  height,
  colour,
  widths,
  focalX,
  focalY,
}: PictureRow): Picture {
  const focus = focusOf(focalX, focalY);
  return { imageId: id, width, height, colour, widths, ...(focus !== undefined && { focus }) };
}
