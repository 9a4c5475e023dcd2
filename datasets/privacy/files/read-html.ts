const inline = /<\/?(?:a|abbr|b|code|em|font|i|mark|s|small|span|strong|sub|sup|u|wbr)(?:\s[^<>]*)?>/giu;

/** Cells of one row: a given name in one and the family name in the next are one name. Other tags that are not inline begin a line. */
const cells = /<\/?(?:td|th)(?:\s[^<>]*)?>/giu;

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

const preformatted = /(<\/?pre(?:\s[^<>]*)?>)/iu;

/**
 * An HTML text about as a browser shows it: tags that part no words leave nothing, cells a blank, others a line's end;
 * entities are decoded; blanks in a row are one, except in `pre`. What stands in tags is not in it: that is in the source.
 */
export function readHtml(html: string): string {
  // Every second piece is a tag that opens or closes `pre`.
  const pieces = html.split(preformatted);
  return pieces
    .map((piece, at) => {
      if (at % 2 === 1) return '\n';
      const text = readPiece(piece);
      return pieces[at - 1]?.startsWith('</') === false ? text : text.replace(/[ \t]{2,}/gu, ' ');
    })
    .join('');
}

function readPiece(html: string): string {
  return html
    .replace(inline, '')
    .replace(cells, ' ')
    .replace(/(?:<[^<>]*>[ \t]*)+/gu, '\n')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([A-Za-z]{2,8}));?/giu, (whole, decimal, hex, name) =>
      name === undefined
        ? letterOf(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal))
        : (entities[name] ?? whole),
    );
}

function letterOf(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
