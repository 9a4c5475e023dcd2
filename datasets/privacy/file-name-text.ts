/**
 * A file's name as a text: `fuldmagt_mette-hansen.pdf` → `Fuldmagt Mette Hansen Pdf`. As long as the name, sign for
 * sign, so that places stay right. Between digits dashes stay: they are part of numbers.
 */
export function fileNameText(name: string): string {
  return name
    .replace(/[_.]|(?<!\d)-|-(?!\d)/gu, ' ')
    .replace(/(?<!\p{L})\p{Ll}/gu, (letter) =>
      letter.toUpperCase().length === 1 ? letter.toUpperCase() : letter,
    );
}
