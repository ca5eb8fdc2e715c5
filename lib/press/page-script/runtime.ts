/**
 * The client runtime comes when the reader first asks for something that needs it: presses or focuses
 * something inside an island (`data-island`), opens the search, or nears the end of a list that goes on.
 * What is pressed before it is awake is pressed again once it is.
 */

import { rememberStills } from './still.ts';

/** Told by `components/site/Awake.client.tsx` when every island is at work. */
const AWAKE = 'caliber:awake';
const BUTTONS = '[data-island] button';
/** Distance from a list's end at which its continuation is woken: it loads what follows when it is near. */
const NEAR = '900px';

let isAwake = false;
let isWaking = false;

/** Fetches and starts the runtime, once. */
export function wake(): void {
  const list = document.getElementById('runtime')?.textContent;
  if (isWaking || !list) return;
  isWaking = true;
  rememberStills();
  for (const source of JSON.parse(list) as string[]) {
    const script = document.createElement('script');
    // Fetched side by side, run in their order: the page's data comes first.
    script.async = false;
    script.src = source;
    document.head.append(script);
  }
}

/** Wakes the runtime for whatever needs it, and loses no press meanwhile. */
export function watchIslands(): void {
  if (!document.getElementById('runtime')) return;
  const buttons = () => [...document.querySelectorAll<HTMLElement>(BUTTONS)];
  // By their place: a page that had to be drawn anew has other buttons in the same places.
  const pressed = new Set<number>();
  addEventListener(AWAKE, () => {
    isAwake = true;
    const present = buttons();
    for (const place of pressed) present[place]?.click();
  });
  const isInIsland = (target: EventTarget | null) =>
    (target as Element | null)?.closest?.('[data-island]');
  for (const kind of ['pointerdown', 'focusin'] as const)
    addEventListener(kind, ({ target }) => {
      if (isInIsland(target)) wake();
    });
  addEventListener(
    'click',
    (event) => {
      const button = (event.target as Element).closest<HTMLElement>(BUTTONS);
      if (isAwake || !button || button.closest('form')) return;
      event.preventDefault();
      event.stopPropagation();
      pressed.add(buttons().indexOf(button));
      wake();
    },
    true,
  );
  const nearing = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) wake();
    },
    { rootMargin: NEAR },
  );
  for (const end of document.querySelectorAll<HTMLElement>('[data-list]')) {
    nearing.observe(end);
    if (isKept(end.dataset['list'] ?? '')) wake();
  }
}

/** Whether the reader comes back to a list that had gone on: it is put back as it was. */
function isKept(list: string): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (navigation?.type !== 'back_forward') return false;
  try {
    return sessionStorage.getItem(list) !== null;
  } catch {
    return false;
  }
}
