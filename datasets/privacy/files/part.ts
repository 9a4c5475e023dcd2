/** A text of a file, as the gate reads it. */
export interface FilePart {
  /** Where in the file: `page 2`, `docProps/core.xml creator`, `GPSLatitude`. */
  field: string;
  text: string;
  /** What stands before the text, as context. */
  label?: string;
  /** An entry that names a person or a place by its nature: any value counts. */
  personal?: boolean;
}

export interface ReadFile {
  parts: FilePart[];
  /** What could not be looked at, with the reason: `page 3: no text`. Never passed silently. */
  unreadable: string[];
}

/** A file that is larger, or unpacks to more, is not read. In bytes. */
export const largestFile = 64 * 2 ** 20;
export const largestUnpacked = 128 * 2 ** 20;
