/** Creates an element; no argument is ever parsed as HTML. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string | undefined> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const CONTROLS = 'textarea, input, button, select';

/** Whether an event belongs to a node's field and not to the text around it. */
export const isOfField = (event: Event): boolean =>
  event.target instanceof Element && event.target.closest(CONTROLS) !== null;
