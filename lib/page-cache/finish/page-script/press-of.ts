export const root = document.documentElement;

/**
 * Calls back when an element that carries an attribute is pressed: one listener for the page, so that
 * it works for whatever is put there later too.
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

/** Keeps a choice for the next page; a browser that stores nothing keeps it for this one. */
export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Its store is closed to us.
  }
}

/** Says something to a reader who does not see it happen, in the status element beside what was pressed. */
export function say(beside: Element, words: string): void {
  const status = beside.parentElement?.querySelector('[role=status]');
  if (status) status.textContent = words;
}
