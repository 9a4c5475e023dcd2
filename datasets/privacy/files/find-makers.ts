import { SaxesParser } from 'saxes';
import type { FilePart } from './part.ts';

/** Elements that name who made a file, or commented in it, by the part that they stand in. */
const elements: [part: RegExp, element: RegExp][] = [
  [/./u, /^(?:creator|initial-creator|lastModifiedBy)$/u],
  [/docProps\/|meta\.xml$/iu, /^(?:Manager|Company)$/u],
  [/^xl\/.*comments/iu, /^author$/u],
];
/** Attributes that do: `element attribute`, without their prefixes. */
const attribute = /^(?:\S+ author|person (?:displayName|userId)|(?:cmAuthor|author) (?:name|userId))$/u;
/** What Excel writes in place of an author who has an entry of his own. */
const placeholder = /^tc=\{/u;
const most = 500;

/** Who made, changed or commented a part of an Office file: each person once. */
export function findMakers(part: string, xml: string): FilePart[] {
  const found = new Map<string, string>();
  const add = (field: string, value: string) => {
    const text = value.trim().slice(0, most);
    if (text !== '' && !placeholder.test(text) && !found.has(text)) found.set(text, field);
  };
  const parser = new SaxesParser();
  // Broken XML is named where its text is read.
  parser.on('error', () => undefined);
  let text = '';
  parser.on('opentag', ({ name, attributes }) => {
    text = '';
    for (const [key, value] of Object.entries(attributes)) {
      if (attribute.test(`${bare(name)} ${bare(key)}`)) add(bare(key), value);
    }
  });
  parser.on('text', (value) => {
    text += value;
  });
  parser.on('closetag', ({ name }) => {
    if (elements.some(([where, element]) => where.test(part) && element.test(bare(name))))
      add(bare(name), text);
    text = '';
  });
  parser.write(xml).close();
  return [...found].map(([value, field]) => ({ field, text: value, label: field, personal: true }));
}

function bare(name: string): string {
  return name.replace(/^.*:/u, '');
}
