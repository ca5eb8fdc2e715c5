const ESCAPES: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  // Line ends to a script parser, but allowed in a JSON string.
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/**
 * JSON for use inside `<script>`: no character of it can end the element or begin a comment, and it parses to
 * the same value. All JSON-LD of a page must be written with it.
 */
export function jsonInHtml(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => ESCAPES[character] ?? '',
  );
}
