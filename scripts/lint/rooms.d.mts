/** @see rooms.mjs */
export const ROOMS: Readonly<Record<string, readonly string[]>>;
export function rulesOf(rooms: Readonly<Record<string, readonly string[]>>): readonly object[];
