import { InputError } from '../../datasets/errors.ts';
import { jsonSchemaNames, renderJsonSchema } from '../json-schemas.ts';

/** `maalestok schema NAME`: the JSON Schema of a record; without a name, the names. */
export async function schema(name: string | undefined): Promise<void> {
  if (name === undefined) {
    process.stdout.write(`${jsonSchemaNames.join('\n')}\n`);
    return;
  }
  const found = jsonSchemaNames.find((each) => each === name);
  if (found === undefined) {
    throw new InputError({
      field: 'name',
      is: `"${name.slice(0, 60)}"`,
      expected: jsonSchemaNames.join(', '),
    });
  }
  process.stdout.write(renderJsonSchema(found));
}
