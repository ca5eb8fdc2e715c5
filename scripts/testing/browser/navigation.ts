import { onTestFinished } from 'vitest';

/**
 * Keeps the page of a test where it is, whatever address its scripts assign.
 * @returns the paths that were assigned since, in order
 */
export function staysHere(): readonly string[] {
  const paths: string[] = [];
  const ending = new AbortController();
  onTestFinished(() => ending.abort());
  navigation.addEventListener(
    'navigate',
    (event) => {
      event.preventDefault();
      const { pathname, search } = new URL(event.destination.url);
      paths.push(pathname + search);
    },
    { signal: ending.signal },
  );
  return paths;
}
