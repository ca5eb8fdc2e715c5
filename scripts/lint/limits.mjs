/** How large a function, a file and a folder may be, and what is still over it. */

/** Lines without blank ones and comments; levels of nesting. */
export const LIMITS = { functionLines: 80, depth: 4, fileLines: 250 };

/** Files that one folder may hold, without its subfolders. */
export const FOLDER_FILES = 25;

/** @type {readonly string[]} Folders that hold more: each is one list by its nature, or is being split. */
export const LARGE_FOLDERS = [
  // One folder an article, one file a picture: data, not code.
  'edition',
  'edition/images',
  // One file a command.
  'lib/newsroom/commands',
  // What every room may import (docs/decisions/0001-rooms.md): addresses, the clock, errors, lanes, the log.
  'lib',
  // Being split.
  'components/newsroom',
];

/** @type {readonly string[]} Files that are being split. Take one out when it keeps to the limits. */
export const BEING_SPLIT = [
  'components/article/ArticlePage.tsx',
  'components/newsroom/Shell.tsx',
  'components/newsroom/editor/bars/FindBar.client.tsx',
  'components/newsroom/editor/bars/LinkBar.client.tsx',
  'components/newsroom/front/BreakingForm.client.tsx',
  'components/newsroom/front/PlacesForm.client.tsx',
  'components/newsroom/log/Log.tsx',
  'components/newsroom/media/PictureDetails.client.tsx',
  'components/newsroom/panels/NameList.client.tsx',
  'components/newsroom/panels/PreviewPanel.client.tsx',
  'components/newsroom/panels/PublishPanel.client.tsx',
  'components/newsroom/panels/RevisionsPanel.tsx',
  'components/newsroom/ui/Combobox.client.tsx',
  'components/newsroom/ui/Form.client.tsx',
  'components/search/SearchPage.tsx',
  'e2e/crawler/newsroom-freshness.spec.ts',
  'e2e/newsroom/mail.spec.ts',
  'scripts/pictures/scenes.ts',
  'scripts/screenshots.ts',
  'scripts/testing/kill-trial.ts',
  'scripts/testing/try-publishing.ts',
  'scripts/testing/try-schedules.ts',
];
