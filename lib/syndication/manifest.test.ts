import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { writeManifest } from './manifest.ts';

interface Manifest {
  icons: { src: string; sizes: string; purpose: string }[];
}
const { icons } = JSON.parse(writeManifest()) as Manifest;

test('every icon of the manifest is there and as large as it says', async () => {
  for (const { src, sizes } of icons) {
    const { width, height } = await sharp(`public${src}`).metadata();
    expect(`${width}x${height}`).toBe(sizes);
  }
});

test('a phone that cuts its icons to a shape is given one to cut', () => {
  expect(icons.map(({ purpose }) => purpose)).toContain('maskable');
});

test('/favicon.ico holds the sizes that a tab asks for', () => {
  const file = readFileSync('public/favicon.ico');
  expect([file.readUInt16LE(2), file.readUInt16LE(4)]).toEqual([1, 2]);
  expect([file[6], file[22]]).toEqual([32, 48]);
});
