export const root = document.documentElement;

/**
 * Calls back when an element with an attribute is pressed: one listener for the page, so that it also works
 * for elements that are added later.
 * @param attribute - for example `data-print`
 */
export function onPressOf(
  attribute: string,
  act: (element: HTMLElement, event: MouseEvent) => void,
): void {
  addEventListener('click', (event) => {
    const element = (event.target as Element).closest<HTMLElement>(`[${attribute}]`);
    if (element) act(element, event);
  });
}

/** Stores a choice for the next page; in a browser that stores nothing, it applies to this page only. */
export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // The storage is not accessible.
  }
}

/**
 * Announces a result to a reader who does not see it, in the status element beside the pressed element.
 * @param beside - the pressed element
 */
export function say(beside: Element, words: string): void {
  const status = beside.parentElement?.querySelector('[role=status]');
  if (status) status.textContent = words;
}
