/** Hostile files sent as pictures, generated from a seed: the same seed, the same file. */
import { deflateSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';

export interface HostileFile {
  name: string;
  bytes: Buffer;
  /** Whether it must be refused; damage that a decoder can mend may pass as the picture that it shows. */
  isCertain: boolean;
}

const SCRIPT = '<script>alert(document.domain)</script>';
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${SCRIPT}</svg>`;

/** Figures from 0 to 1 that look random and are the same each time (mulberry32). */
function figures(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const CRCS = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});
function crc(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (CRCS[(value ^ byte) & 255] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A whole PNG of one bit a pixel, all of it nothing: a few kilobytes for as many pixels as one likes. */
export function emptyPng(width: number, height: number, extra: Buffer[] = []): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 1;
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    ...extra,
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

type Format = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif';
const FORMATS: readonly Format[] = ['jpeg', 'png', 'webp', 'avif', 'gif'];
const whole = new Map<Format, Buffer>();

/** A picture with something in it, in one format. */
async function picture(format: Format): Promise<Buffer> {
  const known = whole.get(format);
  if (known) return known;
  const random = figures(7);
  const data = Buffer.from(Array.from({ length: 320 * 240 * 3 }, () => Math.floor(random() * 256)));
  const made = await sharp(data, { raw: { width: 320, height: 240, channels: 3 } })
    .blur(3)
    .toFormat(format)
    .toBuffer();
  whole.set(format, made);
  return made;
}

/** After the start of a JPEG, a segment of any kind. */
function withSegment(jpeg: Buffer, marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, data, jpeg.subarray(2)]);
}

function jpegClaiming(jpeg: Buffer, width: number, height: number): Buffer {
  const claimed = Buffer.from(jpeg);
  for (let at = 2; at < claimed.length - 9; at++) {
    if (claimed[at] !== 0xff || ![0xc0, 0xc2].includes(claimed[at + 1] ?? 0)) continue;
    claimed.writeUInt16BE(height, at + 5);
    claimed.writeUInt16BE(width, at + 7);
    break;
  }
  return claimed;
}

const zip = (name: string, content: string): Buffer => {
  const data = Buffer.from(content);
  const local = Buffer.alloc(30);
  local.write('PK\x03\x04', 0, 'latin1');
  local.writeUInt32LE(crc(data), 14);
  local.writeUInt32LE(data.length, 18);
  local.writeUInt32LE(data.length, 22);
  local.writeUInt16LE(name.length, 26);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  return Buffer.concat([local, Buffer.from(name), data, end]);
};

type Maker = (random: () => number) => Promise<Omit<HostileFile, 'name'>>;
const sure = (bytes: Buffer | string) => ({ bytes: Buffer.from(bytes), isCertain: true });
const any = <Value>(random: () => number, values: readonly Value[]): Value =>
  values[Math.floor(random() * values.length)] as Value;

const MAKERS: Record<string, Maker> = {
  svg: async (random) =>
    sure(
      any(random, [
        SVG,
        `<?xml version="1.0"?>\n${SVG}`,
        `\ufeff<?xml version="1.0" encoding="UTF-8"?><!-- a -->\n<!DOCTYPE svg>${SVG}`,
        `   \n\t${SVG}`,
        `<!--${' '.repeat(3000)}-->${SVG}`,
        `<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><svg>&b;</svg>`,
        Buffer.from(`\ufeff${SVG}`, 'utf16le'),
        gzipSync(SVG),
        `<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>`,
        `<svg xmlns="http://www.w3.org/2000/svg"><image href="http://127.0.0.1:9/trap"/></svg>`,
      ]),
    ),
  markup: async (random) =>
    sure(
      any(random, [
        `<!DOCTYPE html><html><body>${SCRIPT}</body></html>`,
        `<html>${SCRIPT}`,
        SCRIPT,
        '<?php system($_GET["c"]); ?>',
        '#!/bin/sh\nrm -rf /\n',
        '%PDF-1.7\n1 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj',
        'push graphic-context\nviewbox 0 0 640 480\nfill \'url(https://127.0.0.1/"|id")\'\npop graphic-context',
        '%!PS-Adobe-3.0 EPSF-3.0\n/x {(%pipe%id) (r) file} def',
        'GIF89a/*' + ' '.repeat(20) + '*/=1;alert(1)',
        zip('a.html', SCRIPT),
      ]),
    ),
  hidden: async (random) => {
    const format = any(random, FORMATS);
    const bytes = await picture(format);
    const tail = any(random, [
      SCRIPT,
      `<!doctype html><html>${SCRIPT}</html>`,
      '<?php phpinfo(); ?>',
      SVG,
      '%PDF-1.4\n%%EOF',
      zip('index.html', SCRIPT).toString('latin1'),
    ]);
    return sure(Buffer.concat([bytes, Buffer.from(tail, 'latin1')]));
  },
  comment: async (random) => {
    const payload = Buffer.from(any(random, [SCRIPT, SVG, '<?php eval($_POST[1]); ?>']));
    if (random() < 0.5) return sure(withSegment(await picture('jpeg'), 0xfe, payload));
    const text = chunk('tEXt', Buffer.concat([Buffer.from('Comment\0'), payload]));
    return sure(emptyPng(400, 400, [text]));
  },
  bomb: async (random) => {
    const side = 7100 + Math.floor(random() * 20_000);
    const jpeg = await picture('jpeg');
    const gif = Buffer.from(await picture('gif'));
    gif.writeUInt16LE(65_535, 6);
    gif.writeUInt16LE(65_535, 8);
    const png = Buffer.from(await picture('png'));
    png.writeUInt32BE(2_000_000_000, 16);
    png.writeUInt32BE(2_000_000_000, 20);
    // A decoder of GIF believes the frame, not the canvas: it may pass as the picture that it is.
    if (random() < 0.2) return { bytes: gif, isCertain: false };
    return sure(any(random, [emptyPng(side, 7100), jpegClaiming(jpeg, 65_535, 65_535), png]));
  },
  sliver: async (random) =>
    sure(any(random, [emptyPng(40_000, 1), emptyPng(1, 40_000), emptyPng(199, 5000)])),
  truncated: async (random) => {
    // What of a GIF is there is shown as it is by every decoder: it may pass.
    const format = any(random, FORMATS);
    const bytes = await picture(format);
    const length = Math.floor(bytes.length * (0.02 + random() * 0.75));
    return { bytes: bytes.subarray(0, length), isCertain: format !== 'gif' };
  },
  damaged: async (random) => {
    const bytes = Buffer.from(await picture(any(random, FORMATS)));
    for (let count = 1 + Math.floor(random() * 40); count > 0; count--)
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    return { bytes, isCertain: false };
  },
  noise: async (random) => {
    const start = (await picture(any(random, FORMATS))).subarray(0, 4 + Math.floor(random() * 60));
    const rest = Buffer.from(
      Array.from({ length: Math.floor(random() * 20_000) }, () => Math.floor(random() * 256)),
    );
    return { bytes: Buffer.concat([start, rest]), isCertain: false };
  },
  lies: async (random) => {
    const png = Buffer.from(await picture('png'));
    // The length of the first chunk after the header, or how deep a pixel is.
    png.writeUInt32BE(Math.floor(random() * 4_294_967_295), 33);
    return { bytes: png, isCertain: false };
  },
  metadata: async (random) => {
    const loop = Buffer.from(
      'Exif\0\0MM\0*\0\0\0\x08\0\x01\x87\x69\0\x04\0\0\0\x01\0\0\0\x08',
      'latin1',
    );
    const endless = Buffer.from('Exif\0\0II*\0\x08\0\0\0\xff\xff' + 'A'.repeat(500), 'latin1');
    const entities = Buffer.from(
      'http://ns.adobe.com/xap/1.0/\0<!DOCTYPE x [<!ENTITY a "1234567890">' +
        '<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">' +
        '<!ENTITY c SYSTEM "file:///etc/passwd">]><x:xmpmeta>&b;&c;</x:xmpmeta>',
    );
    const bytes = withSegment(await picture('jpeg'), 0xe1, any(random, [loop, endless, entities]));
    return { bytes, isCertain: false };
  },
  nothing: async (random) => sure(Buffer.alloc(Math.floor(random() * 12))),
};
export const HOSTILE_KINDS = Object.keys(MAKERS);

/** The hostile file of a number; the kinds take turns. */
export async function hostileFile(number: number): Promise<HostileFile> {
  const kind = HOSTILE_KINDS[number % HOSTILE_KINDS.length] ?? 'svg';
  const make = MAKERS[kind] as Maker;
  return { name: `${kind}-${number}.jpg`, ...(await make(figures(number * 7919 + 1))) };
}
