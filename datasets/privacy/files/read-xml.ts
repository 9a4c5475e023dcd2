import { SaxesParser } from 'saxes';

/** Elements that end a line of text in OOXML, SVG and XMP. */
const blocks =
  /^(?:w:p|a:p|si|row|text|title|desc|comment|author|p|tr|li|rdf:Description|text:p|text:h|dc:creator|dc:date)$/u;
/** Elements whose text stands apart from what precedes it. */
const cells = /^(?:c|v|t|w:tab|w:br|w:tc|tspan|td|rdf:li)$/u;
const silentAttributes =
  /^(?:xmlns|xml:space|w:author|w15:author|d|transform|style|points|viewBox|id|class|r:id|r:embed|s|spans|w:rsid\w*)$/u;

/** Elements within a word or a line; any other parts what it holds from what follows. */
const inline =
  /^(?:(?:w|a):(?!(?:ins|del|moveFrom|moveTo|delText|instrText|fldSimple|p|tc|br|tab)$)|(?:r|t|rPr|text:span|text:a)$)/u;
/** Codes in the head of a printed sheet: place, font, size, colour. */
const sheetCodes = /&(?:"[^"]{0,100}"|K[\dA-F]{6}|\d{1,3}|[A-Z])/gu;

/**
 * The text of an XML document, line by line, and the values of attributes that hold words. Broken XML gives what was
 * read up to the break, and `broken`. `parted` is the same text with a blank behind every element that is no part of a word.
 */
export function readXml(xml: string): { text: string; parted: string; attributes: string; broken: boolean } {
  const parser = new SaxesParser();
  const text: string[] = [];
  const parted: string[] = [];
  const add = (value: string) => {
    text.push(value);
    parted.push(/&/u.test(value) ? value.replace(sheetCodes, ' ') : value);
  };
  const attributes: string[] = [];
  let broken = false;
  parser.on('error', () => {
    broken = true;
  });
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('comment', (value) => attributes.push(value));
  parser.on('doctype', (value) => attributes.push(value));
  parser.on('processinginstruction', ({ body }) => attributes.push(body));
  parser.on('opentag', ({ attributes: own }) => {
    for (const [name, value] of Object.entries(own)) {
      if (!silentAttributes.test(name) && /\p{L}{2}|\d{6}|\d{2}[ .-]\d{2}[ .-]?\d{2}/u.test(value)) {
        attributes.push(`${name.replace(/^.*:/u, '')}: ${value}`);
      }
    }
  });
  parser.on('closetag', ({ name }) => {
    parted.push(blocks.test(name) ? '\n' : inline.test(name) ? '' : ' ');
    if (blocks.test(name)) text.push('\n');
    else if (cells.test(name) && !text.at(-1)?.endsWith(' ') && name !== 't') text.push(' ');
  });
  parser.write(xml).close();
  return { text: text.join(''), parted: parted.join(''), attributes: attributes.join('\n'), broken };
}
