'use client';
import { useEffect } from 'react';

/** What the phone's menu does beyond opening: Esc and a press outside close it, Esc gives focus back. */
export function MenuKeys() {
  useEffect(() => {
    const open = () => document.querySelector<HTMLDetailsElement>('details[name=menu][open]');
    const onKey = (event: KeyboardEvent) => {
      const menu = event.key === 'Escape' ? open() : null;
      if (!menu) return;
      menu.open = false;
      menu.querySelector('summary')?.focus();
    };
    const onPress = (event: PointerEvent) => {
      const menu = open();
      if (menu && !menu.contains(event.target as Node)) menu.open = false;
    };
    addEventListener('keydown', onKey);
    addEventListener('pointerdown', onPress);
    return () => {
      removeEventListener('keydown', onKey);
      removeEventListener('pointerdown', onPress);
    };
  }, []);
  return null;
}
