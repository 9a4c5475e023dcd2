import type { Case } from '../../../../datasets/case.ts';
import { type BuildingType, readBuildingType, readMainType } from './building-type.ts';
import { type Area, readAreas } from './read-areas.ts';
import {
  readConsequenceClass,
  readDeclaredChapters,
  readFireClasses,
  readStructureClasses,
  type StatedClass,
} from './read-classes.ts';
import { type Distance, readDistances } from './read-distances.ts';
import { type Drawing, type DrawingKind, readDrawings } from './read-drawings.ts';
import { type Fields, readFields } from './read-fields.ts';
import { type Height, readHeights } from './read-heights.ts';
import { type PageText, readPages } from './read-pages.ts';

/** What can be read of a case, in one place, with where it was read. */
export interface Facts {
  caseShown: Case;
  fields: Fields;
  pages: PageText[];
  drawings: Drawing[];
  distances: Distance[];
  heights: Height[];
  areas: Area[];
  buildingType: BuildingType;
  mainType: BuildingType;
  fireClasses: StatedClass[];
  structureClasses: StatedClass[];
  /** CC1 to CC3 as 1 to 3, CC3+ as 4. */
  consequenceClass: number | undefined;
  declaredChapters: Set<number> | undefined;
  /** Folded text of all pages. */
  allText: string;
  /** Documents of this type, or headed so inside another document. */
  hasDocument(type: string): boolean;
  drawingsOf(kind: DrawingKind): Drawing[];
}

const headings: Record<string, RegExp> = {
  fuldmagt: /^\W*fuldmagt\b/,
  starterklaering_brand: /^\W*starterklaering\b.*brand/,
  starterklaering_statik: /^\W*starterklaering\b.*(statik|konstruktion)/,
  byggeskadeforsikring_tilbud: /^\W*(forsikrings)?tilbud pa byggeskade/,
  selvbyg_erklaering: /^\W*(tro og love|selvbyg\w*)[- ]?erklaering/,
  kk_redegoerelse:
    /^\W*(redegorelse for konstruktion|statisk (redegorelse|dokumentation)|a1\b|konstruktionsklasse$)/,
  brandredegoerelse: /^\W*(brandredegorelse|redegorelse for brand|brandstrategi|brandforhold$)/,
  dispensationsansoegning: /^\W*(ansogning om dispensation|dispensationsansogning)/,
  nedsivningsansoegning: /^\W*ansogning om (nedsivning|faskine|tilladelse til nedsivning)/,
  landzoneansoegning: /^\W*ansogning om landzone/,
  par8_ansoegning: /^\W*ansogning (om|efter) .*(§ ?8|jordforurening)/,
  bbr_skema: /^\W*bbr\b/,
  erklaering_tekniske: /^\W*(\d+\.? )?erklaering(en)? om tekniske/,
};

export function readFacts(caseShown: Case): Facts {
  const fields = readFields(caseShown.fields);
  const pages = readPages(caseShown.documents);
  const drawings = readDrawings(pages);
  return {
    caseShown,
    fields,
    pages,
    drawings,
    distances: readDistances(pages),
    heights: readHeights(pages),
    areas: readAreas(pages),
    buildingType: readBuildingType(caseShown, fields),
    mainType: readMainType(caseShown, fields),
    fireClasses: readFireClasses(fields, pages),
    structureClasses: readStructureClasses(fields, pages),
    consequenceClass: readConsequenceClass(fields, pages),
    declaredChapters: readDeclaredChapters(fields, pages),
    allText: pages.map((page) => page.text).join('\n'),
    hasDocument(type) {
      const heading = headings[type];
      if (caseShown.documents.some((document) => document.type === type)) return true;
      return (
        heading !== undefined &&
        pages.some((page) => heading.test(page.title) || page.lines.some((line) => isHeading(line, heading)))
      );
    },
    drawingsOf: (kind) => drawings.filter((drawing) => drawing.kinds.has(kind)),
  };
}

/** A mention in a list of enclosures is no document. */
function isHeading(line: string, heading: RegExp): boolean {
  return line.length <= 80 && heading.test(line) && !/bilag|vedl|folger|mangl|efter?send|ikke|nej/.test(line);
}
