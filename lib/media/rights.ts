/**
 * The rights metadata in every file that is cut of a picture (IPTC Photo Metadata, written as XMP): search
 * engines show it, and every copy of the file contains it. No other metadata of the camera is kept, in
 * particular not the location.
 */
import { escapeHtml } from '../content/body/escape-html.ts';
import { readTags } from './read-tags.ts';

export interface PictureRights {
  creator: string | null;
  credit: string | null;
  copyright: string | null;
  /** The page that says how the picture may be used. */
  webStatement: string;
}

const PLACES = {
  creator: ['By-line', 'creator', 'Artist'],
  credit: ['Credit'],
  copyright: ['Copyright Notice', 'rights', 'Copyright'],
  webStatement: ['WebStatement'],
} as const satisfies Record<keyof PictureRights, string[]>;
/** Maximum characters of one field. */
const LONGEST = 500;

/**
 * A picture's rights according to its file.
 * @param webStatement - this site's page on usage rights, for a file that names none
 */
export function readRights(bytes: Buffer, webStatement: string): PictureRights {
  const tag = readTags(bytes);
  const said = (field: keyof PictureRights) => tag(PLACES[field])?.slice(0, LONGEST) ?? null;
  const statement = said('webStatement');
  return {
    creator: said('creator'),
    credit: said('credit'),
    copyright: said('copyright'),
    webStatement: statement && /^https?:\/\//.test(statement) ? statement : webStatement,
  };
}

/** The rights as an XMP packet. */
export function xmpOf({ creator, credit, copyright, webStatement }: PictureRights): string {
  const fields = [
    creator &&
      `<dc:creator><rdf:Seq><rdf:li>${escapeHtml(creator)}</rdf:li></rdf:Seq></dc:creator>`,
    credit && `<photoshop:Credit>${escapeHtml(credit)}</photoshop:Credit>`,
    copyright &&
      `<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${escapeHtml(copyright)}</rdf:li></rdf:Alt></dc:rights>`,
    `<xmpRights:WebStatement>${escapeHtml(webStatement)}</xmpRights:WebStatement>`,
  ];
  return (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" ' +
    'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">' +
    `${fields.filter(Boolean).join('')}</rdf:Description></rdf:RDF></x:xmpmeta>`
  );
}
