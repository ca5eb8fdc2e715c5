/** Whose a picture is, read back from every file by a programme that knows nothing of ours. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, test, vi } from 'vitest';
import { isInstalled } from '../../scripts/testing/debian.ts';
import { closeCutter } from './cutter.ts';
import { diskStore } from './disk-store.ts';
import { cutFocus, ingestPicture } from './ingest.ts';

const EXIFTOOL = '/usr/bin/exiftool';

/** Milliseconds: pictures are cut on a machine that does much else. */
vi.setConfig({ testTimeout: 120_000 });
afterAll(closeCutter);

const folder = mkdtempSync(join(tmpdir(), 'caliber-rights-'));
const media = join(folder, 'media');
const places = { store: diskStore(media), work: join(folder, 'work') };

/** What exiftool finds in the files of a picture but for their sizes, types and codings. */
function tagsOf(imageId: string): Map<string, Record<string, unknown>> {
  const groups = ['-XMP:all', '-IPTC:all', '-EXIF:all', '-GPS:all', '-ICC_Profile:all'];
  const said = execFileSync(EXIFTOOL, ['-json', '-G1', ...groups, '-r', join(media, imageId)], {
    encoding: 'utf8',
  });
  const files = (JSON.parse(said) as ({ SourceFile: string } & Record<string, unknown>)[]).filter(
    ({ SourceFile }) => !/original|\.json$/.test(SourceFile),
  );
  return new Map(
    files.map(({ SourceFile, ...tags }) => [SourceFile.split('/').at(-1) ?? '', tags]),
  );
}

async function cut(name: string, written: string[]): Promise<string> {
  const path = join(folder, name);
  const drawn = sharp({ create: { width: 1700, height: 1200, channels: 3, background: '#369' } });
  writeFileSync(path, await drawn.jpeg().toBuffer());
  execFileSync(EXIFTOOL, [
    '-q',
    '-overwrite_original',
    '-codedcharacterset=utf8',
    ...written,
    path,
  ]);
  const answer = await ingestPicture(path, places);
  if (!answer.ok) throw new Error(answer.refusal.reason);
  const { imageId } = answer.value;
  await cutFocus({ imageId, originalFormat: 'jpg' }, { x: 0.1, y: 0.9 }, places);
  return imageId;
}

test.skipIf(!isInstalled('libimage-exiftool-perl'))(
  'exiftool: every cut says creator, credit, copyright and terms, and nothing else of what a camera wrote',
  async () => {
    const imageId = await cut('rich.jpg', [
      '-IPTC:By-line=Ana <Vell> & Co',
      '-IPTC:Credit=Agency “Coast”',
      '-XMP-dc:Rights=© 2026 Լուսին Ադարյան',
      '-XMP-xmpRights:WebStatement=https://agency.example/terms?a=1&b=2',
      '-IPTC:Caption-Abstract=Someone at home',
      '-XMP-dc:Subject=private',
      '-EXIF:Artist=Somebody else',
      '-EXIF:Model=Camera 3000',
      '-EXIF:SerialNumber=12345',
      '-EXIF:DateTimeOriginal=2026:11:24 06:00:00',
      '-GPSLatitude=40.4',
      '-GPSLatitudeRef=N',
      '-GPSLongitude=49.9',
      '-GPSLongitudeRef=E',
    ]);
    const files = tagsOf(imageId);
    expect(files.size).toBe(2 * 4 + 2 * (3 * 5 + 1));
    for (const [name, tags] of files)
      expect([name, tags]).toEqual([
        name,
        {
          'XMP-dc:Creator': 'Ana <Vell> & Co',
          'XMP-photoshop:Credit': 'Agency “Coast”',
          'XMP-dc:Rights': '© 2026 Լուսին Ադարյան',
          'XMP-xmpRights:WebStatement': 'https://agency.example/terms?a=1&b=2',
        },
      ]);
  },
);

test.skipIf(!isInstalled('libimage-exiftool-perl'))(
  'exiftool: a picture that says nothing of itself leads to our terms, and claims nobody’s name',
  async () => {
    const imageId = await cut('plain.jpg', ['-Comment=x']);
    for (const [name, tags] of tagsOf(imageId))
      expect([name, tags]).toEqual([
        name,
        { 'XMP-xmpRights:WebStatement': 'http://localhost:3000/en/reuse' },
      ]);
  },
);
