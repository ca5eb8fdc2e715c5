const ESCAPES: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  // Line ends to a script's parser that JSON lets stand in a string.
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/**
 * JSON as it may stand inside `<script>`: no letter of it can end the element or begin a comment, and it
 * reads as the same value. The only way in which JSON-LD goes into a page.
 */
export function jsonInHtml(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => ESCAPES[character] ?? '',
  );
}
