const unseen = /\p{Default_Ignorable_Code_Point}|\p{Cf}/u;
const dropped = /\u00ad[ \t]{0,8}(?:\r\n?|\n)[ \t]{0,80}|[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const parted = /(\p{Lu}\p{Ll}+)-(?:\r\n?|\n)[ \t]{0,80}(\p{Ll}+)/gu;

/**
 * A text without signs that are not seen, which could part a name or carry a mark, and with the parts of a known name
 * together that a line's end has parted. All else stays: blanks, dashes, ends of lines.
 */
export function visibleText(text: string, isName: (word: string) => boolean): string {
  const plain = unseen.test(text) ? text.replace(dropped, '') : text;
  const composed = /\p{M}/u.test(plain) ? plain.normalize('NFC') : plain;
  return composed.replace(parted, (found, head: string, tail: string) =>
    isName(head + tail) ? head + tail : found,
  );
}
