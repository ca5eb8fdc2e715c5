/**
 * What a page may use of the browser (Permissions-Policy). The header has no keyword for “nothing”, so each
 * known feature is named: those of the registry (w3c/webappsec-permissions-policy, features.md) that some
 * browser has, 2026-11. A browser ignores a feature that it does not know, as Chromium on Linux ignores
 * Bluetooth.
 */
import { FRAME_ORIGINS } from '../content/body/embed/embed-frame.ts';

const OWN = '(self)';

const ALLOWED: Readonly<Record<string, string>> = {
  'clipboard-write': OWN,
  'web-share': OWN,
  // A video that the reader started may fill the screen.
  fullscreen: `(self ${Object.values(FRAME_ORIGINS)
    .map((origin) => `"${origin}"`)
    .join(' ')})`,
};

const DENIED = [
  ...['accelerometer', 'aria-notify', 'autoplay'],
  ...['bluetooth', 'browsing-topics', 'camera', 'captured-surface-control'],
  ...['clipboard-read', 'compute-pressure', 'cross-origin-isolated', 'deferred-fetch'],
  ...['deferred-fetch-minimal', 'digital-credentials-create', 'digital-credentials-get'],
  ...['direct-sockets', 'display-capture', 'encrypted-media', 'gamepad', 'geolocation'],
  ...['gyroscope', 'hid', 'identity-credentials-get', 'idle-detection', 'interest-cohort'],
  ...['keyboard-map', 'language-detector', 'language-model'],
  ...['local-fonts', 'local-network', 'local-network-access', 'loopback-network', 'magnetometer'],
  ...['media-playback-while-not-visible', 'microphone', 'midi'],
  ...['on-device-speech-recognition', 'otp-credentials', 'payment', 'picture-in-picture'],
  ...['private-state-token-issuance', 'private-state-token-redemption'],
  ...['publickey-credentials-create', 'publickey-credentials-get'],
  ...['screen-wake-lock', 'serial'],
  ...['smart-card', 'speaker-selection', 'storage-access'],
  ...['summarizer', 'sync-xhr', 'translator', 'unload', 'usb', 'window-management'],
  ...['xr-spatial-tracking'],
];

export const PERMISSIONS = [
  ...DENIED.map((feature) => `${feature}=()`),
  ...Object.entries(ALLOWED).map(([feature, origins]) => `${feature}=${origins}`),
].join(', ');
