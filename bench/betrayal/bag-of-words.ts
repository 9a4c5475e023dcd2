import type { Case } from '../../datasets/case.ts';

/** Drawn where a roof comes near the slanted height limit: a line's name, by which its geometry is read, and no wording. */
const drawnLimit = new Set(['skråt', 'højdegrænseplan']);

/** The words of a case, each once: fields by name, every text, digits and months masked. */
export function bagOf({ fields, documents, localRules, caseType }: Case): Set<string> {
  const parts = [
    caseType,
    ...Object.entries(fields).map(
      ([name, value]) =>
        `${name}=${typeof value === 'string' ? value : Array.isArray(value) ? value.length : typeof value}`,
    ),
    ...documents.flatMap(({ type, title, pages }) => [
      `type:${type}`,
      title,
      ...pages.map(({ text }) => text),
    ]),
    ...localRules.map(({ topic, text }) => `${topic} ${text}`),
  ];
  const words = parts
    .join(' ')
    .toLowerCase()
    .replace(
      /\b(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b/gu,
      '0',
    )
    .replace(/\b\d+\p{Ll}{1,2}\b/gu, '0')
    .replace(/\d+(?:[.,:\s]\d+)*/gu, '0')
    .match(/[\p{L}_:=§%²]+|0/gu);
  return new Set((words ?? []).filter((word) => !drawnLimit.has(word)));
}
