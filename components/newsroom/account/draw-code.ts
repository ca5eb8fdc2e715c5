/** A QR code as one path of squares, in units of its own size. */
export interface DrawnCode {
  path: string;
  size: number;
}

/** Draws a code; the margin that scanners ask for is part of it. */
export async function drawCode(text: string): Promise<DrawnCode> {
  // Only who sets a second factor up needs it.
  const { create } = await import('qrcode');
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const margin = 4;
  let path = '';
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) path += `M${column + margin} ${row + margin}h1v1h-1z`;
  return { path, size: modules.size + 2 * margin };
}
