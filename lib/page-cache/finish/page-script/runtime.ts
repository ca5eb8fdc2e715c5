/**
 * The client runtime comes when the reader first asks for something that needs it: presses or focuses
 * something inside an island (`data-island`), opens the search, or nears the end of a list that goes on.
 * What is pressed before it is awake is pressed again once it is.
 */

import { rememberStills } from './still.ts';

/** Told by `components/site/Awake.client.tsx` when every island is at work. */
const AWAKE = 'caliber:awake';
/** Where `outdated.ts` keeps presses while the page is loaded anew. */
const AGAIN = `pressed ${location.pathname}`;
const BUTTONS = '[data-island] button';
/** Distance from a list's end at which what loads its continuation is woken: who reads to a story's end is not there yet. */
const NEAR = '200px';

const shared = globalThis as { caliberPressed?: Iterable<number> };
let isAwake = false;
let isWaking = false;

/** Has a file in the browser's cache, whole. A hint to fetch it early would not be heard a second time. */
async function fetchWhole(file: string): Promise<void> {
  const answer = await fetch(file);
  if (!answer.ok) throw answer;
  await answer.blob();
}

/** Says what is late, in the page and in the open search; without words, that all has come. */
function sayLate(isLate: boolean): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-late]'))
    place.textContent = (isLate && place.dataset['late']) || '';
}

/**
 * Fetches and starts the runtime, once. It starts when all its files have come: half a runtime would take
 * the page away. If one does not come the page stays as it is and says so; the next press asks again.
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
    // Scripts run in their order: the page's data comes first.
    const file = isSheet ? { rel: 'stylesheet', href: source } : { async: false, src: source };
    const element = document.createElement(isSheet ? 'link' : 'script');
    document.head.append(Object.assign(element, file, { onerror: () => sayLate(true) }));
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

/** What was pressed before this page was loaded anew; null where it was not. */
export const pressedBefore = (): string | null => fromSession(AGAIN);

/**
 * Whether the reader comes back to a list that had gone on: it is put back as it was. A new visit forgets it
 * before anything can be pressed: Back from there leads to this visit's list.
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
