const inline = /<\/?(?:a|abbr|b|code|em|font|i|mark|s|small|span|strong|sub|sup|u|wbr)(?:\s[^<>]*)?>/giu;

/** Entities that Danish texts are written with; others stay as they are. */
const entities: Record<string, string> = {
  amp: '&',
  apos: "'",
  quot: '"',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  zwnj: '',
  zwj: '',
  aelig: 'æ',
  oslash: 'ø',
  aring: 'å',
  AElig: 'Æ',
  Oslash: 'Ø',
  Aring: 'Å',
  eacute: 'é',
  Eacute: 'É',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  szlig: 'ß',
  auml: 'ä',
  Auml: 'Ä',
  ouml: 'ö',
  Ouml: 'Ö',
  uuml: 'ü',
  Uuml: 'Ü',
  ndash: '–',
  mdash: '—',
  hyphen: '-',
  dash: '‐',
  minus: '−',
  commat: '@',
  period: '.',
  sol: '/',
  colon: ':',
  plus: '+',
  sect: '§',
  num: '#',
  lowbar: '_',
};

/**
 * An HTML text about as a browser shows it: tags that part no words leave nothing, others a blank, entities are
 * decoded. What stands in tags is not in it: that is in the source.
 */
export function readHtml(html: string): string {
  return html
    .replace(inline, '')
    .replace(/<[^<>]*>/gu, (tag) => (tag.includes('\n') ? '\n' : ' '))
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([A-Za-z]{2,8}));?/giu, (whole, decimal, hex, name) =>
      name === undefined
        ? letterOf(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal))
        : (entities[name] ?? whole),
    )
    .replace(/[ \t]{2,}/gu, ' ');
}

function letterOf(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
