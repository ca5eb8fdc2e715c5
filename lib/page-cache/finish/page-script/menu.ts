const openMenu = () => document.querySelector<HTMLDetailsElement>('details[name=menu][open]');

/**
 * What the phone's menu does beyond opening: Esc closes it and gives focus back; a press outside and focus
 * that goes on past its end close it, since it would lie over what is focused.
 */
export function watchMenu(): void {
  addEventListener('keydown', ({ key }) => {
    const menu = key === 'Escape' ? openMenu() : null;
    if (!menu) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
  const onOutside = ({ target }: Event) => {
    const menu = openMenu();
    if (menu && !menu.contains(target as Node)) menu.open = false;
  };
  addEventListener('pointerdown', onOutside);
  addEventListener('focusin', onOutside);
}
