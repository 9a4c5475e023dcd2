import data from './byggesag.json' with { type: 'json' };
import { type Taxonomy, TaxonomySchema } from './taxonomy.ts';

let read: Taxonomy | undefined;

/** The built-in taxonomy of defects in Danish building applications: the same object at each call, read at the first. */
export function builtInTaxonomy(): Taxonomy {
  read ??= TaxonomySchema.parse(data);
  return read;
}
