/**
 * The client runtime is loaded when the reader first uses something that needs it: presses or focuses
 * something inside an island, opens the search, or nears the end of a list that continues. What is pressed
 * before hydration is pressed again after it.
 */
import { searchOverlay, type SearchState } from '../search/SearchOverlay.attributes';
import { hydrated } from './Hydrated.attributes';
import { loadRuntime, runtimeList, sayLate } from './load-runtime';
import { forgetPresses, pressedBefore, storePresses } from './presses';
import { trustOwnFiles } from './trusted-types';

/** The presses of this page, for the script that is served in the place of outdated data. */
const shared = globalThis as { caliberPressed?: Iterable<number> };

/** Before the first script file is fetched. */
export const beforePaint = trustOwnFiles;

/** Loads the runtime when an island needs it, and keeps the presses made meanwhile. */
export function atPageEnd(): void {
  if (!runtimeList()) return;
  const inIsland = `[${hydrated.island}] button`;
  const buttons = () => [...document.querySelectorAll<HTMLElement>(inIsland)];
  // By index: a page that had to be rendered again has other buttons at the same indexes.
  const pressed = new Set<number>();
  let isHydrated = false;
  const again = pressedBefore();
  addEventListener(hydrated.event, () => {
    isHydrated = true;
    sayLate(false);
    if (again) forgetPresses();
    const present = buttons();
    for (const place of pressed) present[place]?.click();
  });
  shared.caliberPressed = pressed;
  if (again) {
    for (const place of JSON.parse(again) as number[]) pressed.add(place);
    loadRuntime();
  }
  for (const kind of ['pointerdown', 'focusin'] as const)
    addEventListener(kind, ({ target }) => {
      if ((target as Element | null)?.closest?.(`[${hydrated.island}]`)) loadRuntime();
    });
  addEventListener(
    'click',
    (event) => {
      const button = (event.target as Element).closest<HTMLElement>(inIsland);
      if (isHydrated || !button || button.closest('form')) return;
      event.preventDefault();
      event.stopPropagation();
      pressed.add(buttons().indexOf(button));
      loadRuntime();
    },
    true,
  );
}

/**
 * Reloads the page, where the reader's presses and the open search are repeated. Only once: a page that is
 * outdated after each reload stays as it is. Its parts that need no runtime still work.
 */
export function whenOutdated(): void {
  try {
    if (pressedBefore()) forgetPresses();
    else {
      storePresses(shared.caliberPressed ?? []);
      const field = document.querySelector<HTMLInputElement>(
        `dialog[open][${searchOverlay.dialog}] input`,
      );
      if (field) history.replaceState({ search: ` ${field.value}` } satisfies SearchState, '');
      location.reload();
    }
  } catch {
    // The storage is not accessible, and without it the reloads would never end.
  }
}
