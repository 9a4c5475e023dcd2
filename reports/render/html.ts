import { html as honoHtml, raw } from 'hono/html';
import { cleanText } from '../../datasets/clean-text.ts';
import { cutText, shortenText } from './cut-text.ts';

/** Markup that needs no more escaping. */
export interface Html {
  toString(): string;
}

/** What a template may hold: strings are cleaned, cut and escaped, `false`, `null` and `undefined` are nothing. */
export type HtmlValue = Html | string | number | boolean | null | undefined | readonly HtmlValue[];

/** Characters of one text on a page; what may be longer is shown with {@link longText}. */
const textShown = 2000;
/** Characters of one attribute: more than the longest link of ours, whose ids have bounds. */
const attributeShown = 10_000;

/** Which values of a template stand in an attribute; a template is called many times. */
const inAttribute = new WeakMap<TemplateStringsArray, readonly boolean[]>();

/**
 * A template of HTML in which every string, whoever wrote it, is cleaned and escaped; also in attributes. A text too long for
 * a page is cut and says so (`… [+1234]`).
 */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  let attributes = inAttribute.get(strings);
  if (attributes === undefined) {
    attributes = strings.map((before) => /="[^"<>]*$/u.test(before));
    inAttribute.set(strings, attributes);
  }
  const cleaned = values.map((value, at) => (attributes[at]! ? cleanAttribute(value) : cleanValue(value)));
  return honoHtml(strings, ...cleaned) as Html;
}

/** A text that may be long, like a document's page: cleaned and escaped as all are, cut at this length and not before. */
export function longText(text: string, limit: number): Html {
  return honoHtml`${cleanText(shortenText(text, limit))}` as Html;
}

/** Markup made by ourselves (style sheet, charts). Never for text from a case, a label or a model. */
export function trustedHtml(markup: string): Html {
  return raw(markup);
}

function cleanValue(value: HtmlValue): unknown {
  if (typeof value === 'string') return cleanText(shortenText(value, textShown));
  return Array.isArray(value) ? value.map(cleanValue) : value;
}

function cleanAttribute(value: HtmlValue): unknown {
  if (typeof value === 'string') return cleanText(cutText(value, attributeShown).text);
  return Array.isArray(value) ? value.map(cleanAttribute) : value;
}
