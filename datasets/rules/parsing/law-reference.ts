import type { TextToken } from './tokenise.ts';

/** How a text names the source of a provision. */
export type LawReference =
  /** By its name or number: the catalogue's id, `lokalplan:<number>`, or an unknown law's name. */
  | { how: 'named'; id: string; genitive: boolean; kind: 'law' | 'order' | 'plan'; dotted: boolean }
  /** `lokalplanen`: the plan last named, or some plan. */
  | { how: 'somePlan'; genitive: boolean; definite: boolean }
  /** `loven`, `samme bekendtgørelse`: the one last named. */
  | { how: 'same'; of: 'law' | 'order' | 'plan'; genitive: boolean };

/** A provision that a web address names. */
export interface AddressProvision {
  chapter?: string;
  paragraph?: string;
}

/** A token, or several taken together as the name of a law or as a web address. */
export interface Item extends Omit<TextToken, 'kind'> {
  kind: TextToken['kind'] | 'law' | 'address';
  reference?: LawReference;
  provisions?: AddressProvision[];
  /** Counts as a name only next to a §: `PL`, `byggelov`, `kontraktens`. */
  adjacentOnly?: boolean;
}

/** A reference found at a token, and the index of the token after it. */
export interface FoundReference {
  reference: LawReference;
  next: number;
  adjacentOnly?: boolean;
}
