import { IdSchema } from '../../datasets/case.ts';

/** Characters of an id as it stands in file names and keys: what is no ASCII takes three for each byte. */
const mostCharacters = 180;

/** A model's id that files, keys of S3 and of the registry can be named after. */
export const ModelIdSchema = IdSchema.refine(
  (id) => encodeURIComponent(id).length <= mostCharacters,
  `an id of at most ${mostCharacters} characters as encodeURIComponent has it`,
);
