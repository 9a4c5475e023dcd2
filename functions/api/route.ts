import type { z } from 'zod';
import type { ApiContext } from './api-context.ts';
import type { Desk } from './desk.ts';
import type { Principal, Role } from './principal.ts';
import { checkRequest } from './problem.ts';

/** What a handler answers: JSON by the route's schema, or lines. */
export interface Answer {
  status: number;
  body?: unknown;
  lines?: AsyncIterable<string>;
  /** Where what was asked for is fetched. */
  location?: string;
}

export interface Call {
  context: ApiContext;
  principal: Principal;
  desk: Desk;
  /** Of the record that a write makes: the same for the same request of the same principal under the same idempotency key. */
  newId: string;
  /** The body of a route that takes a file. @throws {ApiProblem} beyond so many bytes */
  readFile: (limit: number) => Promise<Uint8Array>;
}

export interface RawCall extends Call {
  params: Record<string, string>;
  query: Record<string, string>;
  /** Parsed JSON; undefined where there is no body. */
  body: unknown;
}

export interface RouteHead {
  method: 'GET' | 'POST' | 'PUT';
  /** `/v1/runs/{runId}` */
  path: string;
  operationId: string;
  tag: 'who' | 'data sets' | 'models' | 'runs' | 'submissions' | 'leaderboard' | 'audit';
  summary: string;
  description?: string;
  /** Who may call it at all; what they then see, tenancy says. */
  who: readonly Role[] | 'everyone';
  /** `json`: a write, with an idempotency key. `file`: the body is a file, and the address itself says who may send it. */
  takes: 'nothing' | 'json' | 'file';
  /** Reading is told in the audit log too, since cases or figures of theirs leave. Writes always are. */
  audited?: boolean;
  /** By status; `lines`: a text of lines. */
  answers: Record<number, z.ZodType | 'lines' | 'empty'>;
}

export interface RouteShapes<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType> {
  params: Params;
  query: Query;
  body: Body;
}

export interface Route extends RouteHead, RouteShapes<z.ZodType, z.ZodType, z.ZodType> {
  /** Checks a call, and gives what does it. @throws {ApiProblem} */
  prepare(call: RawCall): () => Promise<Answer>;
}

/** A route whose handler is given what its schemas let through, and answers nothing that they do not. */
export function defineRoute<Params extends z.ZodType, Query extends z.ZodType, Body extends z.ZodType>(
  definition: RouteHead &
    RouteShapes<Params, Query, Body> & {
      handle(
        input: Call & {
          params: z.output<Params>;
          query: z.output<Query>;
          body: z.output<Body>;
        },
      ): Promise<Answer>;
    },
): Route {
  const { handle, ...route } = definition;
  return {
    ...route,
    prepare({ params, query, body, ...call }) {
      const input = {
        ...call,
        params: checkRequest(params, route.params, 'path'),
        query: checkRequest(query, route.query, 'query'),
        body: checkRequest(body, route.body, 'body'),
      };
      return async () => {
        const answer = await handle(input);
        const schema = route.answers[answer.status];
        if (schema === undefined)
          throw new Error(`${route.operationId} answers ${answer.status}, which it does not declare`);
        return typeof schema === 'string' ? answer : { ...answer, body: schema.parse(answer.body) };
      };
    },
  };
}
