/**
 * A picture's caption and credit.
 * @returns null if there is neither
 */
export function Caption({
  caption,
  credit,
  label,
}: {
  caption: string | null;
  credit: string | null;
  label: string;
}) {
  if (!caption && !credit) return null;
  return (
    <figcaption>
      {caption}{' '}
      {credit && (
        <small>
          <span className="hidden-visually">{label}: </span>
          {credit}
        </small>
      )}
    </figcaption>
  );
}
