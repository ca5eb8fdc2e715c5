/**
 * An element whose text is set by the page script, before hydration or without it: React does not touch the
 * content of such an element.
 */
export function Spoken({
  role,
  className,
  ...data
}: {
  role?: 'status';
  className?: string | undefined;
  [data: `data-${string}`]: string | number | undefined;
}) {
  return (
    <span
      role={role}
      className={className}
      {...data}
      dangerouslySetInnerHTML={{ __html: '' }}
      suppressHydrationWarning
    />
  );
}
