import { announce, onPressOf, valueOf } from '../../ui/page-script';
import { copyLink } from './CopyLink.attributes';

/** Copies the article's address and announces the result. */
export function atPageEnd(): void {
  onPressOf(copyLink.button, (button) => {
    const address =
      document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
    const copy = async () => navigator.clipboard.writeText(address);
    const say = (attribute: string) => announce(button, valueOf(button, attribute));
    // Where copying is not allowed, `navigator.clipboard` does not exist; `async` turns that into a
    // rejection.
    copy().then(
      () => say(copyLink.copied),
      () => say(copyLink.failed),
    );
  });
}
