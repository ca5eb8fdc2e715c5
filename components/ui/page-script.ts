/** What the page scripts (`*.page.ts`) share. Attributes are those of a component's `*.attributes.ts`. */
export const root = document.documentElement;

/** Every element with an attribute, in document order. */
export const allWith = (attribute: string): Iterable<HTMLElement> =>
  document.querySelectorAll<HTMLElement>(`[${attribute}]`);

/** The first element with an attribute. */
export const firstWith = (attribute: string): HTMLElement | undefined => [...allWith(attribute)][0];

/** The value of an attribute; '' where the element does not have it. */
export const valueOf = (element: Element, attribute: string): string =>
  element.getAttribute(attribute) ?? '';

/**
 * Calls back when an element with an attribute is pressed: one listener for the page, so that it also works
 * for elements that are added later.
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

/**
 * Announces a result to a reader who does not see it, in the status element beside the pressed element.
 * @param beside - the pressed element
 */
export function announce(beside: Element, words: string): void {
  const status = beside.parentElement?.querySelector('[role=status]');
  if (status) status.textContent = words;
}
