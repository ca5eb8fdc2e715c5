import { expect, test } from 'vitest';
import { frameOf } from './embed-frame.ts';
import { recogniseEmbed } from './embed.ts';

const FILM = 'https://www.youtube.com/watch?v=AAAAAAAAAA1';
const SONG = '4cOdK2wGLETKBW3PvgPWqT';

test.each([
  ['https://www.youtube.com/watch?v=AAAAAAAAAA1', FILM],
  ['https://youtu.be/AAAAAAAAAA1?si=abcdefghijklmnop', FILM],
  ['https://youtu.be/AAAAAAAAAA1?t=231', `${FILM}&t=231s`],
  ['https://www.youtube.com/watch?list=a&v=AAAAAAAAAA1&t=1h2m3s', `${FILM}&t=3723s`],
  ['https://www.youtube.com/embed/AAAAAAAAAA1?start=9', `${FILM}&t=9s`],
  ['https://www.youtube.com/shorts/AAAAAAAAAA1', FILM],
  ['https://www.youtube.com/live/AAAAAAAAAA1?si=abc', FILM],
  ['https://www.youtube-nocookie.com/embed/AAAAAAAAAA1', FILM],
  ['http://m.youtube.com/watch?v=AAAAAAAAAA1', FILM],
  ['https://twitter.com/selmeport/status/17', 'https://x.com/selmeport/status/17'],
  ['https://x.com/selmeport/status/17/photo/1', 'https://x.com/selmeport/status/17'],
  ['https://x.com/i/web/status/17', 'https://x.com/i/status/17'],
  ['https://mobile.twitter.com/selmeport/status/17', 'https://x.com/selmeport/status/17'],
  ['https://platform.twitter.com/embed/Tweet.html?id=17', 'https://x.com/i/status/17'],
  ['https://t.me/selmeport/118?single', 'https://t.me/selmeport/118'],
  ['https://t.me/s/selmeport/118', 'https://t.me/selmeport/118'],
  ['https://www.instagram.com/p/Cabc123/?img_index=2', 'https://www.instagram.com/p/Cabc123/'],
  ['https://www.instagram.com/selme/p/Cabc123/', 'https://www.instagram.com/p/Cabc123/'],
  ['https://www.instagram.com/reels/Cabc123/', 'https://www.instagram.com/reel/Cabc123/'],
  ['https://www.instagram.com/selme/reel/Cabc123/', 'https://www.instagram.com/reel/Cabc123/'],
  [
    'https://m.facebook.com/selme.port/posts/pfbid0AAAAAAAA1',
    'https://www.facebook.com/selme.port/posts/pfbid0AAAAAAAA1',
  ],
  [
    'https://www.facebook.com/Some-Page-100001/posts/123456789',
    'https://www.facebook.com/Some-Page-100001/posts/123456789',
  ],
  ['https://www.facebook.com/share/p/AAAA02/', 'https://www.facebook.com/share/p/AAAA02/'],
  ['https://www.facebook.com/reel/123456789?s=1', 'https://www.facebook.com/reel/123456789/'],
  ['https://www.facebook.com/watch/?v=123456789', 'https://www.facebook.com/watch/?v=123456789'],
  ['https://fb.watch/AAAA03/', 'https://fb.watch/AAAA03/'],
  [
    'https://www.facebook.com/permalink.php?id=1000&story_fbid=pfbid0B',
    'https://www.facebook.com/permalink.php?story_fbid=pfbid0B&id=1000',
  ],
  [
    'https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fselme%2Fvideos%2F12345%2F',
    'https://www.facebook.com/selme/videos/12345',
  ],
  [
    'https://www.tiktok.com/@selme.port/video/7123456789012345678?is_from_webapp=1',
    'https://www.tiktok.com/@selme.port/video/7123456789012345678',
  ],
  ['https://vimeo.com/76979871', 'https://vimeo.com/76979871'],
  ['https://vimeo.com/76979871/abcdef1234#t=1m5s', 'https://vimeo.com/76979871/abcdef1234#t=65s'],
  ['https://player.vimeo.com/video/76979871?h=abcdef1234', 'https://vimeo.com/76979871/abcdef1234'],
  [
    `https://open.spotify.com/intl-de/episode/${SONG}?si=1&t=90`,
    `https://open.spotify.com/episode/${SONG}?t=90`,
  ],
  [`https://open.spotify.com/embed/track/${SONG}`, `https://open.spotify.com/track/${SONG}`],
  [
    'https://soundcloud.com/selme/the-ferry?si=1#t=1:30',
    'https://soundcloud.com/selme/the-ferry#t=90s',
  ],
  [
    'https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/12345&color=red',
    'https://w.soundcloud.com/player/?url=https%3A%2F%2Fapi.soundcloud.com%2Ftracks%2F12345',
  ],
  ['https://datawrapper.dwcdn.net/aB3dE/7/', 'https://datawrapper.dwcdn.net/aB3dE/'],
  ['https://www.datawrapper.de/_/aB3dE/', 'https://datawrapper.dwcdn.net/aB3dE/'],
])('%s is embedded by its canonical address', (address, url) => {
  const embed = recogniseEmbed(address);
  expect(embed?.url).toBe(url);
  expect(recogniseEmbed(url)).toEqual(embed);
});

test.each([
  [`${FILM}&t=231s`, 'https://www.youtube-nocookie.com/embed/AAAAAAAAAA1?start=231'],
  [
    'https://vimeo.com/76979871/abcdef1234#t=65s',
    'https://player.vimeo.com/video/76979871?h=abcdef1234&dnt=1#t=65s',
  ],
  [
    `https://open.spotify.com/episode/${SONG}?t=90`,
    `https://open.spotify.com/embed/episode/${SONG}?t=90`,
  ],
  [
    'https://www.facebook.com/watch/?v=123456789',
    'https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fwatch%2F%3Fv%3D123456789',
  ],
  [
    'https://www.tiktok.com/@a/video/7123456789012345678',
    'https://www.tiktok.com/player/v1/7123456789012345678',
  ],
  [
    'https://w.soundcloud.com/player/?url=https%3A%2F%2Fapi.soundcloud.com%2Ftracks%2F12345',
    'https://w.soundcloud.com/player/?url=https%3A%2F%2Fapi.soundcloud.com%2Ftracks%2F12345',
  ],
  ['https://datawrapper.dwcdn.net/aB3dE/', 'https://datawrapper.dwcdn.net/aB3dE/'],
])('%s is shown in a frame that begins where it says', (url, frame) => {
  const provider = recogniseEmbed(url)?.provider;
  expect(provider && frameOf(provider, url)).toBe(frame);
});

test.each([
  'ftp://t.me/selmeport/118',
  'https://t.me/s/118',
  'https://soundcloud.com/discover/sets',
  'https://vimeo.com/about',
  'https://t.me.evil.example/selmeport/118',
  'https://user@t.me/selmeport/118',
  'https://www.youtube.com/watch?v=short',
  'javascript:alert(1)//t.me/a/1',
  'https://x.com/selmeport',
  'not an address',
])('%s is no embed', (address) => {
  expect(recogniseEmbed(address)).toBeNull();
});
