/** What one PDF may cost. A building case's thickest file stays far below. */
export interface PdfLimits {
  bytes: number;
  pages: number;
  /** Characters of all pages. */
  text: number;
  timeMs: number;
  /** How much the process may grow while it reads the file. */
  memoryBytes: number;
}

export const pdfLimits: PdfLimits = {
  bytes: 100 * 1024 * 1024,
  pages: 2000,
  text: 5_000_000,
  timeMs: 60_000,
  memoryBytes: 1024 * 1024 * 1024,
};
