'use client';
import { useEffect } from 'react';

/** Tells the page's own script (`lib/page-cache/finish/page-script/runtime.ts`) that every island is at work. */
export function Awake() {
  useEffect(() => {
    dispatchEvent(new Event('caliber:awake'));
  }, []);
  return null;
}
