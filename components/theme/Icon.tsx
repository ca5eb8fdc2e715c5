import type { IconName } from './icon-names';

/**
 * An icon of the sprite (`scripts/icons.ts`) in the text colour. It has no label: the text beside it names
 * it.
 */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} aria-hidden="true" focusable="false">
      <use href={`/icons.svg#${name}`} />
    </svg>
  );
}
