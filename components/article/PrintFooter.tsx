import { create } from 'qrcode';
import styles from './ArticlePage.module.css';

/** A code that leads from paper back to the article, drawn as one path. */
function codePath(address: string): { path: string; size: number } {
  const { modules } = create(address, { errorCorrectionLevel: 'L' });
  let path = '';
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      let run = 0;
      while (column + run < modules.size && modules.get(row, column + run)) run++;
      if (run === 0) continue;
      path += `M${column} ${row}h${run}v1h-${run}z`;
      column += run;
    }
  }
  return { path, size: modules.size };
}

/** What only paper shows: the address, its code, and how the story may be used. */
export function PrintFooter({ address, notice }: { address: string; notice: string }) {
  const { path, size } = codePath(address);
  return (
    <footer className={styles.printFooter}>
      <svg viewBox={`0 0 ${size} ${size}`} width="96" height="96" aria-hidden="true">
        <path d={path} />
      </svg>
      <p>
        {address}
        <br />
        {notice}
      </p>
    </footer>
  );
}
