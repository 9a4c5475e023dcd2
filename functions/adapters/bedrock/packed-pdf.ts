export interface PdfFile {
  fileId: string;
  bytes: Uint8Array;
}

/** One document of a request: a file as it is, or parts of files one after another. */
export interface PackedPdf {
  bytes: Uint8Array;
  /** In the order of its pages. `pages`: from the file, counted from 1; absent where the file is whole. */
  parts: { fileId: string; pageCount?: number; pages?: { first: number; last: number } }[];
}
