import type { IconName } from './icon-names';

/** An icon of the sprite (`scripts/icons.ts`), in the colour of its text; the words beside it speak. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} aria-hidden="true" focusable="false">
      <use href={`/icons.svg#${name}`} />
    </svg>
  );
}
