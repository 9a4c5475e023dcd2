import { SaxesParser } from 'saxes';

/** Elements that end a line of text in OOXML, SVG and XMP. */
const blocks =
  /^(?:w:p|a:p|si|row|text|title|desc|comment|author|p|tr|li|rdf:Description|text:p|text:h|dc:creator|dc:date)$/u;
/** Elements whose text stands apart from what precedes it. */
const cells = /^(?:c|v|t|w:tab|w:br|w:tc|tspan|td|rdf:li)$/u;
const silentAttributes =
  /^(?:xmlns|xml:space|d|transform|style|points|viewBox|id|class|r:id|r:embed|s|spans|w:rsid\w*)$/u;

/**
 * The text of an XML document, line by line, and the values of attributes that hold words. Broken XML gives what was
 * read up to the break, and `broken`.
 */
export function readXml(xml: string): { text: string; attributes: string; broken: boolean } {
  const parser = new SaxesParser();
  const text: string[] = [];
  const attributes: string[] = [];
  let broken = false;
  parser.on('error', () => {
    broken = true;
  });
  parser.on('text', (value) => text.push(value));
  parser.on('cdata', (value) => text.push(value));
  parser.on('comment', (value) => attributes.push(value));
  parser.on('doctype', (value) => attributes.push(value));
  parser.on('processinginstruction', ({ body }) => attributes.push(body));
  parser.on('opentag', ({ attributes: own }) => {
    for (const [name, value] of Object.entries(own)) {
      if (!silentAttributes.test(name) && /\p{L}{2}|\d{6}/u.test(value)) {
        attributes.push(`${name.replace(/^.*:/u, '')}: ${value}`);
      }
    }
  });
  parser.on('closetag', ({ name }) => {
    if (blocks.test(name)) text.push('\n');
    else if (cells.test(name) && !text.at(-1)?.endsWith(' ') && name !== 't') text.push(' ');
  });
  parser.write(xml).close();
  return { text: text.join(''), attributes: attributes.join('\n'), broken };
}
