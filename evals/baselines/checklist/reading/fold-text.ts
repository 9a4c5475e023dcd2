/**
 * Lower case without Danish letters, and with usual reading errors mended: `Højde 2,5O m²` and `hoejde
 * 2,50 m2` → `hojde 2,50 m2`.
 * `før` becomes `foer`, so it is not taken for `for`. All patterns of the checklist are written for folded text.
 */
export function foldText(text: string): string {
  return mendNumbers(
    text
      .toLocaleLowerCase('da')
      .replaceAll(/\bfør(?![\p{L}])/gu, 'f@er')
      .replaceAll('æ', 'ae')
      .replaceAll('ø', 'o')
      .replaceAll('å', 'a')
      .replaceAll('oe', 'o')
      .replaceAll('aa', 'a')
      .replaceAll('f@er', 'foer')
      .replaceAll(/(?<=[a-z])0(?=[a-z])|\b0(?=st\b)/g, 'o')
      .replaceAll(/[–—−]/g, '-')
      .replaceAll(/[^\S\n]+/g, ' '),
  );
}

/** Letters read for digits, and the many ways to write m² and metres. */
function mendNumbers(text: string): string {
  return text
    .replaceAll(/(?<![a-z\d])[\doil]+(?:[.,][\doil]+)*(?![a-z])/g, (token) =>
      /\d/.test(token) ? token.replaceAll('o', '0').replaceAll(/[il]/g, '1') : token,
    )
    .replaceAll(/(\d) ?(?:m²|m2|m\?|mz|m\^|m'|ni|kvm\.?|kvadratmeter)(?![a-z\d])/g, '$1 m2')
    .replaceAll(/(\d) ?(?:meter|mtr\.?|m)(?![a-z\d])(?! ?²)/g, '$1 m')
    .replaceAll(/(\d) ?(?:pct\.?|procent|%|yo)(?![a-z\d])/g, '$1 %');
}
