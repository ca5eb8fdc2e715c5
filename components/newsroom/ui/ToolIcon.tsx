import type { ToolIconName } from './tool-icon-names';

/** A tool's icon from the newsroom's own sprite, which readers never load (`scripts/icons.ts`). */
export function ToolIcon({ name, size = 18 }: { name: ToolIconName; size?: number }) {
  return (
    <svg width={size} height={size} aria-hidden="true" focusable="false">
      <use href={`/newsroom-icons.svg#${name}`} />
    </svg>
  );
}
