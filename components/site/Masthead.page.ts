import { masthead } from './Masthead.attributes';

const openMenu = () =>
  document.querySelector<HTMLDetailsElement>(`details[name=${masthead.menu}][open]`);

/**
 * The phone's menu beyond opening: Esc closes it and returns focus; a press outside closes it, and so does
 * focus that moves past its end, because the menu would cover the focused element.
 */
export function atPageEnd(): void {
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
