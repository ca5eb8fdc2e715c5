/** A QR code as one SVG path of squares; the unit is one module. */
export interface DrawnCode {
  path: string;
  size: number;
}

/**
 * Draws a QR code.
 * @returns path and size, both including the quiet margin of 4 modules that scanners require
 */
export async function drawCode(text: string): Promise<DrawnCode> {
  // Imported on demand: only needed when a second factor is set up.
  const { create } = await import('qrcode');
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const margin = 4;
  let path = '';
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) path += `M${column + margin} ${row + margin}h1v1h-1z`;
  return { path, size: modules.size + 2 * margin };
}
