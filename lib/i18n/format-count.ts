/**
 * A count in groups of three digits, `12 345`: the same in Node and the browser, whose ICU data differ for
 * some languages.
 * @param count - a whole number
 */
export const formatCount = (count: number): string =>
  String(count).replace(/\B(?=(\d{3})+$)/g, '\u202f');
