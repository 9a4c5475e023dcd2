// What this project uses of zod; left out are the words of forty languages, what compiles schemas, and kinds that no schema of ours has.
export * as coerce from '../../node_modules/zod/v4/classic/coerce.js';
export { ZodError } from '../../node_modules/zod/v4/classic/errors.js';
export * as iso from '../../node_modules/zod/v4/classic/iso.js';
export {
  array,
  boolean,
  discriminatedUnion,
  email,
  enum,
  int,
  json,
  lazy,
  literal,
  looseObject,
  never,
  null,
  number,
  object,
  partialRecord,
  pipe,
  preprocess,
  record,
  strictObject,
  string,
  transform,
  tuple,
  undefined,
  union,
  unknown,
  url,
  ZodNumber,
  ZodObject,
  ZodOptional,
  ZodType,
} from '../../node_modules/zod/v4/classic/schemas.js';
export { NEVER } from '../../node_modules/zod/v4/core/core.js';
export { toJSONSchema } from '../../node_modules/zod/v4/core/json-schema-processors.js';
export { registry } from '../../node_modules/zod/v4/core/registries.js';
