/** The labels inside the editor's nodes, in the language of the screen. */
export interface Words {
  caption: string;
  credit: string;
  alt: string;
  altShort: string;
  attribution: string;
  footnote: string;
  embedShow: (provider: string) => string;
  embedNote: (provider: string) => string;
}
