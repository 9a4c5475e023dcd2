/** A text of a file, as the gate reads it. */
export interface FilePart {
  /** Where in the file: `page 2`, `docProps/core.xml creator`, `GPSLatitude`. */
  field: string;
  text: string;
  /** What stands before the text, as context. */
  label?: string;
  /** An entry that names a person or a place by its nature: any value counts. */
  personal?: boolean;
  /** Another form of what is in an earlier part: only what was not found there counts. */
  again?: boolean;
  /** The name of a file inside. */
  fileName?: boolean;
}

export interface ReadFile {
  parts: FilePart[];
  /** What could not be looked at, with the reason: `page 3: no text`. Never passed silently. */
  unreadable: string[];
}

/** A file that is larger is not read. In bytes. */
export const largestFile = 64 * 2 ** 20;
/** Reads a PDF, alone or in an archive. */
export type PdfPort = (bytes: Uint8Array) => Promise<ReadFile>;

/** How much an archive with all that is nested in it may still unpack to. In bytes. */
export interface Unpacked {
  largestPart: number;
  left: number;
}

export function unpackedLimits(): Unpacked {
  return { largestPart: 32 * 2 ** 20, left: 64 * 2 ** 20 };
}
