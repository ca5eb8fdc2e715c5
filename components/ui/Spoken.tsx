/**
 * An element whose words the page's own script writes before React is there, if it ever is: React leaves
 * the inside of such an element as it finds it.
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
