'use client';
import { useState, useSyncExternalStore } from 'react';
import styles from './Tools.module.css';

const STEPS = 5;
const USUAL = 3;
const CHANGED = 'caliber:text-size';

function subscribe(onChange: () => void): () => void {
  addEventListener(CHANGED, onChange);
  return () => removeEventListener(CHANGED, onChange);
}
const currentStep = () => Number(document.documentElement.dataset['textSize'] ?? USUAL);

/** A− and A+: five sizes of the article's text, remembered by the browser and spoken. */
export function TextSize({
  labels,
}: {
  labels: { smaller: string; larger: string; said: string };
}) {
  const step = useSyncExternalStore(subscribe, currentStep, () => USUAL);
  const [said, setSaid] = useState('');
  const move = (by: number) => {
    const next = Math.min(STEPS, Math.max(1, step + by));
    document.documentElement.dataset['textSize'] = String(next);
    try {
      localStorage.setItem('text-size', String(next));
    } catch {
      // A browser that stores nothing keeps the size for this page.
    }
    dispatchEvent(new Event(CHANGED));
    setSaid(labels.said.replace('{step}', String(next)).replace('{count}', String(STEPS)));
  };
  return (
    <>
      <button
        type="button"
        className={styles.tool}
        title={labels.smaller}
        aria-disabled={step === 1}
        onClick={() => move(-1)}
      >
        <span className={styles.smaller}>A−</span>
        <span className="hidden-visually">{labels.smaller}</span>
      </button>
      <button
        type="button"
        className={styles.tool}
        title={labels.larger}
        aria-disabled={step === STEPS}
        onClick={() => move(1)}
      >
        <span className={styles.larger}>A+</span>
        <span className="hidden-visually">{labels.larger}</span>
      </button>
      <span role="status" className="hidden-visually">
        {said}
      </span>
    </>
  );
}
