import data from './byggesag.json' with { type: 'json' };
import type { Taxonomy } from './taxonomy.ts';

/** The built-in taxonomy of defects in Danish building applications; a test holds it to the schema. */
export const builtInTaxonomy = data as Taxonomy;
