// What this project uses of zod; left out are the words of forty languages and what compiles schemas.
export * from '../../node_modules/zod/v4/classic/checks.js';
export * as coerce from '../../node_modules/zod/v4/classic/coerce.js';
export * from '../../node_modules/zod/v4/classic/errors.js';
export * as iso from '../../node_modules/zod/v4/classic/iso.js';
export * from '../../node_modules/zod/v4/classic/parse.js';
export * from '../../node_modules/zod/v4/classic/schemas.js';
export { NEVER } from '../../node_modules/zod/v4/core/core.js';
export { toJSONSchema } from '../../node_modules/zod/v4/core/json-schema-processors.js';
export { registry } from '../../node_modules/zod/v4/core/registries.js';
