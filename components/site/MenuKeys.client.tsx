'use client';
import { useEffect } from 'react';

/**
 * What the phone's menu does beyond opening: Esc closes it and gives focus back; a press outside and focus
 * that goes on past its end close it, since it would lie over what is focused.
 */
export function MenuKeys() {
  useEffect(() => {
    const open = () => document.querySelector<HTMLDetailsElement>('details[name=menu][open]');
    const onKey = (event: KeyboardEvent) => {
      const menu = event.key === 'Escape' ? open() : null;
      if (!menu) return;
      menu.open = false;
      menu.querySelector('summary')?.focus();
    };
    const onOutside = (event: PointerEvent | FocusEvent) => {
      const menu = open();
      if (menu && !menu.contains(event.target as Node)) menu.open = false;
    };
    addEventListener('keydown', onKey);
    addEventListener('pointerdown', onOutside);
    addEventListener('focusin', onOutside);
    return () => {
      removeEventListener('keydown', onKey);
      removeEventListener('pointerdown', onOutside);
      removeEventListener('focusin', onOutside);
    };
  }, []);
  return null;
}
