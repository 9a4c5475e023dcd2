import { z } from 'zod';
import type { Principal } from '../principal.ts';
import { ResourceIdSchema } from '../resources.ts';

export const nothing = z.strictObject({});

/** The body of a write that says all in its path: none, or an empty object. */
export const noBody = z.strictObject({}).optional();

export const noteBody = z
  .string()
  .max(500)
  .default('')
  .describe('In your own words; told to who may see the record.');

export const pageQuery = z.strictObject({
  after: z.string().min(1).max(256).optional().describe('The `next` of the page before.'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({
    items: z.array(item),
    next: z.string().nullable().describe('Goes on behind this page as `after`; null: this was the last one.'),
  });
}

export function idParams<Name extends string>(
  name: Name,
): z.ZodObject<Record<Name, typeof ResourceIdSchema>> {
  return z.strictObject({ [name]: ResourceIdSchema } as Record<Name, typeof ResourceIdSchema>);
}

/** The party of one who may write. */
export function subjectOf(principal: Principal): string {
  return principal.role === 'anonymous' ? '' : principal.subject;
}
