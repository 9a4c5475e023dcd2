import data from './byggesag.json' with { type: 'json' };
import { TaxonomySchema } from './taxonomy.ts';

/** The built-in taxonomy of defects in Danish building applications. */
export const builtInTaxonomy = TaxonomySchema.parse(data);
