import { z } from 'zod';
import { PlatformProblemSchema } from './problem.ts';
import type { Route } from './route.ts';

type Json = Record<string, unknown>;

const description = `Runs and submissions of Målestok, a yardstick for models that screen Danish building applications
(byggesager). Made from the schemas by which the API checks what it is sent and what it answers.

- Who asks is told by a JWT (RS256) with one group of \`cognito:groups\`: \`operator\`, \`municipality:ID\` or \`vendor:ID\`.
- Every POST carries an \`Idempotency-Key\`: the same key has the same answer for a day; with another request it is refused.
- Errors are problems of RFC 9457; \`errors\` says what is wrong in which field, and how to mend it.`;

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'Drawn anew for each request, and kept to send the very same one again.',
  schema: { type: 'string', pattern: '^[\\w.:-]{8,128}$' },
};

/** The API as OpenAPI 3.1, from its routes. */
export function buildPlatformOpenApi(routes: readonly Route[]): Json {
  const paths: Record<string, Json> = {};
  const shared: Json = {};
  const toJson = createToJson(shared);
  for (const route of routes) {
    const path = paths[route.path] ?? {};
    path[route.method.toLowerCase()] = operationOf(route, toJson);
    paths[route.path] = path;
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Målestok API',
      version: '1',
      description,
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: 'http://127.0.0.1:4700', description: '`maalestok serve` on this machine' }],
    paths,
    components: {
      schemas: { Problem: toJson(PlatformProblemSchema, 'output'), ...shared },
      securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      responses: {
        Problem: {
          description: 'What is wrong, and how to mend it.',
          headers: {
            'Retry-After': { description: 'Seconds to wait, where it helps.', schema: { type: 'integer' } },
          },
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  };
}

function operationOf(route: Route, toJson: ToJson): Json {
  const { operationId, tag, summary, description: more, who, takes, answers } = route;
  const told = who === 'everyone' ? 'For everybody.' : `For: ${who.join(', ')}.`;
  const parameters = [
    ...parametersOf(route.params, 'path', toJson),
    ...parametersOf(route.query, 'query', toJson),
    ...(takes === 'json' ? [idempotencyKey] : []),
  ];
  return {
    operationId,
    tags: [tag],
    summary,
    description: more === undefined ? told : `${more} ${told}`,
    security: who === 'everyone' ? [] : [{ token: [] }],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...requestOf(route, toJson),
    responses: {
      ...Object.fromEntries(
        Object.entries(answers).map(([status, schema]) => [status, answerOf(schema, toJson)]),
      ),
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

function requestOf({ takes, body }: Route, toJson: ToJson): Json {
  if (takes === 'file')
    return {
      requestBody: { required: true, content: { 'application/x-ndjson': { schema: { type: 'string' } } } },
    };
  if (takes === 'nothing') return {};
  const schema = toJson(body, 'input');
  return {
    requestBody: {
      required: !body.safeParse(undefined).success,
      content: { 'application/json': { schema } },
    },
  };
}

function answerOf(schema: z.ZodType | 'lines' | 'empty', toJson: ToJson): Json {
  if (schema === 'empty') return { description: 'Done.' };
  if (schema === 'lines')
    return {
      description: 'One JSON object a line.',
      content: { 'application/x-ndjson': { schema: { type: 'string' } } },
    };
  return {
    description: 'Done.',
    content: { 'application/json': { schema: toJson(schema, 'output') } },
  };
}

function parametersOf(schema: z.ZodType, place: 'path' | 'query', toJson: ToJson): Json[] {
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).map(([name, shape]) => {
    const { description: told, ...rest } = toJson(shape as z.ZodType, 'input');
    const required = place === 'path';
    return { name, in: place, required, ...(told === undefined ? {} : { description: told }), schema: rest };
  });
}

type ToJson = (schema: z.ZodType, io: 'input' | 'output') => Json;

/** Schemas as JSON; what refers to itself is put among the document's own schemas, where references lead. */
function createToJson(shared: Json): ToJson {
  const names = new Map<string, string>();
  return (schema, io) => {
    const {
      $schema: _,
      $defs,
      ...rest
    } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' });
    let text = JSON.stringify(rest);
    for (const [local, definition] of Object.entries($defs ?? {})) {
      const own = JSON.stringify(definition);
      const name = names.get(own) ?? `Shared${names.size + 1}`;
      names.set(own, name);
      const lead = (json: string) =>
        json.replaceAll(`"#/$defs/${local}"`, () => `"#/components/schemas/${name}"`);
      shared[name] = JSON.parse(lead(own)) as Json;
      text = lead(text);
    }
    return JSON.parse(text) as Json;
  };
}
