import { create } from 'qrcode';
import { keepStill } from '@/lib/page-tags';
import styles from './ArticlePage.module.css';
import { StillHtml } from './StillHtml.client';

/** A fixed QR mask pattern, one of eight; trying all of them would cost a millisecond per page. */
const MASK = 2;

/** A QR code of the article's URL for printed pages, drawn as one SVG path. */
function codePath(address: string): { path: string; size: number } {
  const { modules } = create([{ data: Buffer.from(address), mode: 'byte' }], {
    errorCorrectionLevel: 'L',
    maskPattern: MASK,
  });
  // Each row is a line of strokes one unit high: dark runs are drawn, light runs are skipped.
  let path = '';
  for (let row = 0; row < modules.size; row++) {
    path += `M0 ${row}.5`;
    let gap = 0;
    for (let column = 0; column < modules.size;) {
      const isDark = Boolean(modules.get(row, column));
      let run = 1;
      while (column + run < modules.size && Boolean(modules.get(row, column + run)) === isDark)
        run++;
      column += run;
      if (!isDark) gap = run;
      else {
        path += `${gap > 0 ? `m${gap} 0` : ''}h${run}`;
        gap = 0;
      }
    }
  }
  return { path, size: modules.size };
}

/** Shown in print only: the URL, its QR code, and the notice about reuse. */
export function PrintFooter({ address, notice }: { address: string; notice: string }) {
  const { path, size } = codePath(address);
  const code =
    `<svg viewBox="0 0 ${size} ${size}" width="96" height="96" aria-hidden="true">` +
    `<path d="${path}" stroke="currentColor"/></svg>`;
  return (
    <footer className={styles.printFooter}>
      <StillHtml still={keepStill(code) ?? code} />
      <p>
        {address}
        <br />
        {notice}
      </p>
    </footer>
  );
}
