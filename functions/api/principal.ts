import { z } from 'zod';

/** Names a municipality (its code) or a vendor in groups of the token: `municipality:0101`, `vendor:acme`. */
export const PartyIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/u, 'at most 40 small letters, digits and "-"');

/** Who owns a record and acts on it. */
export const PartySchema = z
  .string()
  .regex(
    /^(?:operator|(?:municipality|vendor):[a-z0-9][a-z0-9-]{0,39})$/u,
    'operator, municipality:ID or vendor:ID',
  );
export type Party = z.infer<typeof PartySchema>;

/** Who asks. */
export type Principal =
  | { role: 'anonymous' }
  | { role: 'operator'; subject: string }
  | { role: 'municipality' | 'vendor'; id: string; subject: string };
export type Role = Principal['role'];

/** A principal as owner of records; null for one that owns none. */
export function partyOf(principal: Principal): Party | null {
  if (principal.role === 'anonymous') return null;
  return principal.role === 'operator' ? 'operator' : `${principal.role}:${principal.id}`;
}

/** Whose word counts for a model: its vendor's, or the operator's for one of ours. */
export function modelOwnerOf(vendor: string | null): Party {
  return vendor === null ? 'operator' : `vendor:${vendor}`;
}

/** A party as the beginning of an id and a folder: `m-0101`. No two parties share one. */
export function slugOf(party: Party): string {
  return party.replace(/^municipality:/u, 'm-').replace(/^vendor:/u, 'v-');
}

/**
 * Who a token speaks for, by its groups; groups that are none of ours are let through.
 * @returns a text that says what is wrong, where they name no party or several
 */
export function readGroups(groups: unknown, subject: string): Principal | string {
  const named = Array.isArray(groups) ? groups.filter((each) => typeof each === 'string') : [];
  const ours = [...new Set(named.filter((each) => /^(?:operator$|municipality:|vendor:)/u.test(each)))];
  const [group, another] = ours;
  if (group === undefined) return 'a token without a group of Målestok';
  if (another !== undefined) return 'a token that speaks for several parties';
  if (group === 'operator') return { role: 'operator', subject };
  const [role, id] = group.split(/:(.*)/su);
  const checked = PartyIdSchema.safeParse(id);
  if (!checked.success || (role !== 'municipality' && role !== 'vendor'))
    return 'a token whose group names nobody';
  return { role, id: checked.data, subject };
}
