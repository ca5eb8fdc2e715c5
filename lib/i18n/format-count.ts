/**
 * A count in groups of three, `12 345`: alike in Node and the browser, whose ICU differ for some languages.
 * @param count - a whole number
 */
export const formatCount = (count: number): string =>
  String(count).replace(/\B(?=(\d{3})+$)/g, '\u202f');
