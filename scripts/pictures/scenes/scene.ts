import type { Drawing } from '../drawing.ts';

/** Draws everything before the sky, layer by layer, far to near. */
export type Scene = (drawing: Drawing, sun: { x: number; y: number }) => string;
