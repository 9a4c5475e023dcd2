import { decodePDFRawStream, PDFRawStream, type PDFStream } from 'pdf-lib';

/** What a stream unpacks to; undefined where it is packed in a way that only pictures are. */
export function streamBytes(stream: PDFStream): Uint8Array | undefined {
  try {
    return stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : stream.getContents();
  } catch {
    return undefined;
  }
}

/** A stream's operators; undefined where they cannot be told. */
export function streamText(stream: PDFStream): string | undefined {
  const bytes = streamBytes(stream);
  return bytes === undefined ? undefined : latinOf(bytes);
}

export function latinOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
