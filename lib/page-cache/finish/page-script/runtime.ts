/**
 * The client runtime is loaded when the reader first uses something that needs it: presses or focuses
 * something inside an island (`data-island`), opens the search, or nears the end of a list that continues.
 * What is pressed before hydration is pressed again after it.
 */

import { rememberStills } from './still.ts';

/** The event that `components/site/Awake.client.tsx` dispatches when every island is hydrated. */
const AWAKE = 'caliber:awake';
/** The key under which `outdated.ts` stores presses while the page is reloaded. */
const AGAIN = `pressed ${location.pathname}`;
const BUTTONS = '[data-island] button';
/**
 * Distance from a list's end at which the runtime that loads its continuation is loaded: a reader at the
 * end of the story is not there yet.
 */
const NEAR = '200px';

const shared = globalThis as { caliberPressed?: Iterable<number> };
let isAwake = false;
let isWaking = false;

/** Loads a file into the browser's cache, completely. A preload hint would have no effect a second time. */
async function fetchWhole(file: string): Promise<void> {
  const answer = await fetch(file);
  if (!answer.ok) throw answer;
  await answer.blob();
}

/**
 * Shows what failed to load, in the page and in the open search; removes the message when everything has
 * loaded.
 */
function sayLate(isLate: boolean): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-late]'))
    place.textContent = (isLate && place.dataset['late']) || '';
}

/**
 * Loads and starts the runtime, once. It starts when all its files have arrived: with only part of it, the
 * page would disappear. If one fails, the page stays as it is and says so; the next press tries again.
 */
export function wake(): void {
  const list = document.getElementById('runtime')?.textContent;
  if (isWaking || !list) return;
  isWaking = true;
  const files = JSON.parse(list) as string[];
  Promise.all(files.map(fetchWhole)).then(
    () => start(files),
    () => {
      isWaking = false;
      sayLate(true);
    },
  );
}

function start(files: readonly string[]): void {
  rememberStills();
  for (const source of files) {
    const isSheet = source.endsWith('.css');
    // Scripts run in order: the page's data comes first.
    const file = isSheet ? { rel: 'stylesheet', href: source } : { async: false, src: source };
    const element = document.createElement(isSheet ? 'link' : 'script');
    document.head.append(Object.assign(element, file, { onerror: () => sayLate(true) }));
  }
}

/** Loads the runtime when an island or a list needs it, and keeps the presses made meanwhile. */
export function watchIslands(): void {
  if (!document.getElementById('runtime')) return;
  const buttons = () => [...document.querySelectorAll<HTMLElement>(BUTTONS)];
  // By index: a page that had to be rendered again has other buttons at the same indexes.
  const pressed = new Set<number>();
  addEventListener(AWAKE, () => {
    isAwake = true;
    sayLate(false);
    if (again) sessionStorage.removeItem(AGAIN);
    const present = buttons();
    for (const place of pressed) present[place]?.click();
  });
  shared.caliberPressed = pressed;
  const again = pressedBefore();
  if (again) {
    for (const place of JSON.parse(again) as number[]) pressed.add(place);
    wake();
  }
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

/** What was pressed before this page was reloaded; null where it was not. */
export const pressedBefore = (): string | null => fromSession(AGAIN);

/**
 * Whether the reader comes back to a list that had continued: it is restored as it was. A new visit deletes
 * the stored list before anything can be pressed: Back from there leads to this visit's list.
 */
function isKept(list: string): unknown {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const kept = fromSession(list);
  return navigation?.type === 'back_forward' ? kept : kept && sessionStorage.removeItem(list);
}

function fromSession(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}
