import type { Fields } from './read-fields.ts';
import type { PageText } from './read-pages.ts';

export interface StatedClass {
  value: number;
  page: PageText | undefined;
}

/** The fire classes that the form and the documents state, the form's first. */
export function readFireClasses(fields: Fields, pages: readonly PageText[]): StatedClass[] {
  return readClasses(
    fields.text('brandklasse'),
    pages,
    /(?:brandklasse\w*|\bbk) ?[:=-]? ?(?:er )?(?:bk ?)?([1-4])(?! ?[-–/\d]| (?:til|eller|og) \d)/g,
  );
}

export function readStructureClasses(fields: Fields, pages: readonly PageText[]): StatedClass[] {
  return readClasses(
    fields.text('konstruktionsklasse'),
    pages,
    /(?:konstruktionsklasse\w*|\bkk) ?[:=-]? ?(?:er )?(?:kk ?)?([1-4])(?! ?[-–/\d]| (?:til|eller|og) \d)/g,
  );
}

/** 1 to 4 (CC3+ is 4). */
export function readConsequenceClass(fields: Fields, pages: readonly PageText[]): number | undefined {
  const text =
    fields.text('konsekvensklasse') ??
    pages.map((page) => page.text.match(/konsekvensklasse ?:? ?\w*|\bcc ?[1-3]\+?/)?.[0]).find(Boolean);
  const match = text?.match(/([1-3])(\+)?/);
  return match === null || match === undefined ? undefined : Number(match[1]) + (match[2] === '+' ? 1 : 0);
}

function readClasses(field: string | undefined, pages: readonly PageText[], pattern: RegExp): StatedClass[] {
  const stated = Number(field?.match(/[1-4]/)?.[0]);
  const first: StatedClass[] = Number.isNaN(stated) ? [] : [{ value: stated, page: undefined }];
  return first.concat(
    pages.flatMap((page) =>
      page.segments
        .filter((segment) => !/skulle|hvis|ville|ikke (laengere|v(ae|e)re)|vejledning|certifi/.test(segment))
        .flatMap((segment) =>
          [...segment.matchAll(pattern)].map((match) => ({ value: Number(match[1]), page })),
        ),
    ),
  );
}

/** The chapters of BR18 that the application declares, from the field or the declaration's text; undefined: none given. */
export function readDeclaredChapters(fields: Fields, pages: readonly PageText[]): Set<number> | undefined {
  const listed = fields.list('erklaering_tekniske_kapitler');
  if (listed !== undefined && listed.length > 0) {
    return new Set(listed.flatMap((item) => [...item.matchAll(/\d+/g)].map(Number)));
  }
  const numbers = pages.flatMap((page) => {
    const at = page.text.search(/erklaering(en)? om (de )?tekniske|tekniske (forhold|kapitler|bestemmelser)/);
    if (at < 0) return [];
    const part = page.text
      .slice(at, at + 1500)
      .split('\n')
      .filter((line) => !/\[ ?\]|☐|ikke relevant|: ?nej/.test(line))
      .join('\n');
    return [...part.matchAll(/kap(?:itel|itler|\.)?:? ?(\d+(?:(?:, ?| og )\d+)*)/g)].flatMap((match) =>
      [...(match[1] ?? '').matchAll(/\d+/g)].map(Number),
    );
  });
  return numbers.length > 0 ? new Set(numbers.filter((chapter) => chapter >= 2 && chapter <= 22)) : undefined;
}
