import { searchPage } from './SearchPage.attributes';

/** A choice on the search page submits the form by itself; without a script the button does. */
export function atPageEnd(): void {
  addEventListener('change', ({ target }) => {
    (target as Element)
      .closest<HTMLSelectElement>(`[${searchPage.searchesOnChoice}] select`)
      ?.form?.requestSubmit();
  });
}
