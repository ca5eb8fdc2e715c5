'use client';
import { useId, type ReactNode } from 'react';
import styles from './Bars.module.css';

/** The frame of a bar: labelled for screen readers, closed by Escape. */
export function BarFrame({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section
      className={styles.bar}
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <h2 id={id} className="hidden-visually">
        {title}
      </h2>
      {children}
    </section>
  );
}
