import { onPressOf } from '../../ui/page-script';
import { printButton } from './PrintButton.attributes';

/** Opens the browser's print dialog. */
export function atPageEnd(): void {
  onPressOf(printButton.button, () => print());
}
