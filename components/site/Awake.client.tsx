'use client';
import { useEffect } from 'react';

/**
 * Notifies the page script (`lib/page-cache/finish/page-script/runtime.ts`) that all islands are hydrated.
 */
export function Awake() {
  useEffect(() => {
    dispatchEvent(new Event('caliber:awake'));
  }, []);
  return null;
}
