import { between, HEIGHT, rect, WIDTH, type Drawing } from '../drawing.ts';

/** A row of houses with roofs and windows, above a line. */
export function houses(
  { palette, random }: Drawing,
  base: number,
  colour: string,
  size: number,
  count: number,
): string {
  return Array.from({ length: count }, (_, index) => {
    const width = size * between(random, 0.8, 1.3);
    const height = size * between(random, 0.7, 1.6);
    const x = (index / count) * WIDTH + between(random, -20, 20);
    const y = base - height - Math.sin((index / count) * Math.PI) * size * 1.6;
    const roof =
      random() < 0.6
        ? `<path d="M${x - 6} ${y}L${x + width / 2} ${y - size * 0.42}L${x + width + 6} ${y}Z" fill="${palette.layers[3]}"/>`
        : '';
    const windows = Array.from({ length: 4 }, (_, pane) =>
      rect(
        x + width * (0.18 + (pane % 2) * 0.4),
        y + height * (0.16 + Math.floor(pane / 2) * 0.3),
        width * 0.16,
        height * 0.14,
        random() < 0.45 ? palette.light : palette.layers[3],
        'opacity="0.85"',
      ),
    ).join('');
    return rect(x, y, width, HEIGHT - y, colour) + roof + windows;
  }).join('');
}
