import type { ComponentType, SVGProps } from 'react';

/** An icon at the size and stroke of the house; it says nothing, the words beside it do. */
export function Icon({
  as: Drawing,
  size = 20,
}: {
  as: ComponentType<SVGProps<SVGSVGElement>>;
  size?: number;
}) {
  return (
    <Drawing width={size} height={size} strokeWidth={1.5} aria-hidden="true" focusable="false" />
  );
}
