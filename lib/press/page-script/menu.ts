const openMenu = () => document.querySelector<HTMLDetailsElement>('details[name=menu][open]');

/** What the phone's menu does beyond opening: Esc and a press outside close it, Esc gives focus back. */
export function watchMenu(): void {
  addEventListener('keydown', ({ key }) => {
    const menu = key === 'Escape' ? openMenu() : null;
    if (!menu) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  addEventListener('pointerdown', ({ target }) => {
    const menu = openMenu();
    if (menu && !menu.contains(target as Node)) menu.open = false;
  });
}
