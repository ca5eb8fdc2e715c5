/** What the page cache, which defers the client runtime, and the page script that loads it agree on. */

/** Id of the element that lists the files of a page's deferred runtime, as JSON. */
export const RUNTIME_LIST = 'runtime';

/** The folder of addresses under which hydration data is served. */
export const HYDRATION_DATA = '/_press/';
