'use client';
import { useEffect } from 'react';
import { hydrated } from './Hydrated.attributes';

/** Notifies the page script that all islands are hydrated. */
export function Hydrated() {
  useEffect(() => {
    dispatchEvent(new Event(hydrated.event));
  }, []);
  return null;
}
