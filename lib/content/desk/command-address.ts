/** Where the commands of the newsroom are sent to. */

/** The folder of addresses under `/api/newsroom/`, by what a command is run on. */
const PLACES: Readonly<Record<string, string>> = {
  account: 'account',
  article: 'articles',
  front: 'fronts',
  person: 'people',
  picture: 'media',
};

/**
 * The address of a command, relative to `/api/newsroom/`.
 * @param path - what it is run on, and its name: `article/publish`; a new thing is sent to the list of its
 *   kind: `new/articles`
 * @param subject - the article, front, person or picture; null: none
 */
export function addressOfCommand(path: string, subject: string | number | null): string {
  const [on = '', name = ''] = path.split('/');
  const parts = on === 'new' ? [name, subject] : [PLACES[on], subject, name];
  return parts.filter((part) => part !== null).join('/');
}
