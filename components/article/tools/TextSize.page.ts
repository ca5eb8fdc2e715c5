import { storeChoice, storedIn } from '../../ui/browser-storage';
import { allWith, announce, onPressOf, root, valueOf } from '../../ui/page-script';
import { textSize } from './TextSize.attributes';

const STEPS = 5;
const USUAL = 3;

const currentStep = () => Number(valueOf(root, textSize.step) || USUAL);
const changeBy = (button: Element) => Number(valueOf(button, textSize.by));

/** Shows the size that the reader chose on an earlier page. */
export function beforePaint(): void {
  const size = storedIn('localStorage', textSize.key);
  if (size && /^[1-5]$/.test(size)) root.setAttribute(textSize.step, size);
}

function showStep(): void {
  for (const button of allWith(textSize.by)) {
    const next = currentStep() + changeBy(button);
    button.setAttribute('aria-disabled', String(next < 1 || next > STEPS));
  }
}

/** The buttons that change the text size, in five steps. */
export function atPageEnd(): void {
  onPressOf(textSize.by, (button) => {
    const step = String(Math.min(STEPS, Math.max(1, currentStep() + changeBy(button))));
    root.setAttribute(textSize.step, step);
    storeChoice(textSize.key, step);
    showStep();
    announce(
      button,
      valueOf(button, textSize.said).replace('{step}', step).replace('{count}', String(STEPS)),
    );
  });
  showStep();
}
