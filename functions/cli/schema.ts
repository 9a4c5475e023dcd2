import { InputError } from '../../datasets/errors.ts';
import { jsonSchemaNames, renderJsonSchema } from '../json-schemas.ts';

/** `maalestok schema NAME`: the JSON Schema of a record, or the vendor contract; without a name, the names. */
export async function schema(name: string | undefined): Promise<void> {
  if (name === undefined) {
    process.stdout.write(`${[...jsonSchemaNames, 'openapi'].join('\n')}\n`);
    return;
  }
  if (name === 'openapi') {
    const { renderOpenApi } = await import('../openapi/render-openapi.ts');
    process.stdout.write(renderOpenApi());
    return;
  }
  const found = jsonSchemaNames.find((each) => each === name);
  if (found === undefined) {
    throw new InputError({
      field: 'name',
      is: `"${name.slice(0, 60)}"`,
      expected: [...jsonSchemaNames, 'openapi'].join(', '),
    });
  }
  process.stdout.write(renderJsonSchema(found));
}
