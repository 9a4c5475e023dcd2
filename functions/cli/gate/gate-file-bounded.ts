import { gateFile } from '../../../datasets/privacy/files/gate-file.ts';
import type { FoundValue } from '../../../datasets/privacy/gate-text.ts';
import { PdfReader } from '../../pdf/pdf-reader.ts';

/** One thread for all PDFs of the program; it ends with it. */
const pdfs = new PdfReader();

/** What the gate finds in a file, in bounded time and memory: no file that somebody sent in ends the program. */
export function gateFileBounded(bytes: Uint8Array, file: string): Promise<FoundValue[]> {
  // The thread gets a copy: what is posted to it may be taken over.
  return gateFile(bytes, file, (pdf) => pdfs.readParts(Uint8Array.from(pdf)));
}
