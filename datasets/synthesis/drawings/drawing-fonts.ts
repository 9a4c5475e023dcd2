/** The TrueType files of the drawings' font (Arimo), for renderers that embed it. */
export interface DrawingFonts {
  regular: Uint8Array;
  bold: Uint8Array;
}
