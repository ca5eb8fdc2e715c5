import { firstWith, onPressOf } from '../../ui/page-script';
import { shareRow } from './ShareRow.attributes';

/** The system's share sheet, where the browser has one. */
export function atPageEnd(): void {
  onPressOf(shareRow.button, () => {
    navigator.share({ title: document.title, url: location.href }).catch(() => {
      // The reader closed the share sheet.
    });
  });
  if ('share' in navigator) firstWith(shareRow.button)?.removeAttribute('hidden');
}
