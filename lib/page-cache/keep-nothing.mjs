/**
 * Next's cache handler, as its documentation describes it, for a portal whose finished pages are kept by
 * the page cache: nothing is stored a second time, in memory or on disk, and a missing page leaves no trace.
 */
export default class KeepNothing {
  async get() {
    return null;
  }
  async set() {}
  async revalidateTag() {}
  resetRequestCache() {}
}
