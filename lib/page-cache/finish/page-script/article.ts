import { keep, onPressOf, say, root } from './press-of.ts';

const STEPS = 5;
const USUAL = 3;

const currentStep = () => Number(root.dataset['textSize'] ?? USUAL);

function showStep(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-text-size-by]')) {
    const next = currentStep() + Number(button.dataset['textSizeBy']);
    button.setAttribute('aria-disabled', String(next < 1 || next > STEPS));
  }
}

/** An article's tools: text size in five steps, print, copy link, the system's own share sheet. */
export function watchArticle(): void {
  onPressOf('data-text-size-by', (button) => {
    const by = Number(button.dataset['textSizeBy']);
    const step = String(Math.min(STEPS, Math.max(1, currentStep() + by)));
    root.dataset['textSize'] = step;
    keep('text-size', step);
    showStep();
    say(
      button,
      (button.dataset['said'] ?? '').replace('{step}', step).replace('{count}', String(STEPS)),
    );
  });
  showStep();
  onPressOf('data-print', () => print());
  onPressOf('data-copy', (button) => {
    const { copied = '', failed = '' } = button.dataset;
    const address =
      document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
    const copy = async () => navigator.clipboard.writeText(address);
    // Where copying is not allowed, `navigator.clipboard` does not exist; `async` turns that into a
    // rejection.
    copy().then(
      () => say(button, copied),
      () => say(button, failed),
    );
  });
  onPressOf('data-share', () => {
    navigator.share({ title: document.title, url: location.href }).catch(() => {
      // The reader closed the share sheet.
    });
  });
  if ('share' in navigator) document.querySelector('[data-share]')?.removeAttribute('hidden');
}
