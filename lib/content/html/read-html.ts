import { defaultTreeAdapter, parseFragment } from 'parse5';
import { flatHtml } from './flat.ts';
import { textOf, type HtmlRoot } from './tree.ts';

/** Maximum number of open elements; browsers have the same limit. */
const DEEPEST_OPEN = 512;
class TooMuch extends Error {}

const flattened = new WeakSet<HtmlRoot>();
/** Whether a text was nested so deeply that only its words were read. */
export const isFlattened = (root: HtmlRoot): boolean => flattened.has(root);

/**
 * Reads HTML as a browser without scripts does: any input gives a tree. By the standard's rules a text may
 * create a number of elements that is the square of its length, and each may be compared with all open
 * elements: of such a text only the words are read, paragraph by paragraph.
 */
export function readHtml(source: string): HtmlRoot {
  try {
    return parseFragment(source, {
      scriptingEnabled: false,
      treeAdapter: boundedAdapter(source.length),
    });
  } catch (cause) {
    if (!(cause instanceof TooMuch)) throw cause;
    const root = parseFragment(flatHtml(source));
    flattened.add(root);
    return root;
  }
}

function boundedAdapter(length: number): typeof defaultTreeAdapter {
  // An element in the source takes three characters at least.
  let left = 1000 + length / 2;
  let open = 0;
  return {
    ...defaultTreeAdapter,
    createElement(...of) {
      if (--left < 0) throw new TooMuch();
      return defaultTreeAdapter.createElement(...of);
    },
    onItemPush() {
      if (++open > DEEPEST_OPEN) throw new TooMuch();
    },
    onItemPop() {
      open--;
    },
  };
}

/** The words of a piece of HTML, in one line. */
export const wordsOf = (html: string): string => textOf(readHtml(html));
