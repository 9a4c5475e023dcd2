/** A text in a JSON value, with the path that leads there and the nearest key. */
export interface JsonText {
  path: string;
  key: string;
  text: string;
}

const hash = /^[0-9a-f]{64}$/u;

/**
 * All texts of a JSON value in the order of the document: values, long numbers, and the names of fields. Hashes are
 * left out, by their form and not by their field's name.
 */
export function* walkJson(value: unknown, path = '', key = ''): Generator<JsonText> {
  if (typeof value === 'string') {
    if (!hash.test(value)) yield { path, key, text: value };
  } else if (typeof value === 'number') {
    const text = String(value);
    if (/^\d{5,16}$/u.test(text)) yield { path, key, text };
  } else if (Array.isArray(value)) {
    for (const [at, each] of value.entries()) yield* walkJson(each, `${path}[${at}]`, key);
  } else if (value !== null && typeof value === 'object') {
    for (const [name, each] of Object.entries(value)) {
      const inner = path === '' ? name : `${path}.${name}`;
      if (name.length > 3 && /[\s\d@]|\p{Lu}/u.test(name)) yield { path: inner, key: '', text: name };
      yield* walkJson(each, inner, name);
    }
  }
}
