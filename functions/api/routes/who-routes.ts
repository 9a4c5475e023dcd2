import { z } from 'zod';
import { buildPlatformOpenApi } from '../build-platform-openapi.ts';
import { PartySchema, partyOf } from '../principal.ts';
import { defineRoute, type Route } from '../route.ts';
import { nothing, subjectOf } from './shapes.ts';

const none = { params: nothing, query: nothing, body: z.undefined() };

export const whoRoutes = [
  defineRoute({
    method: 'GET',
    path: '/v1/health',
    operationId: 'readHealth',
    tag: 'who',
    summary: 'Whether the API answers',
    who: 'everyone',
    takes: 'nothing',
    ...none,
    answers: { 200: z.strictObject({ status: z.literal('ok') }) },
    handle: async () => ({ status: 200, body: { status: 'ok' } }),
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/me',
    operationId: 'readMe',
    tag: 'who',
    summary: 'Who the token speaks for',
    who: ['operator', 'municipality', 'vendor'],
    takes: 'nothing',
    ...none,
    answers: { 200: z.strictObject({ party: PartySchema, subject: z.string() }) },
    handle: async ({ principal }) => ({
      status: 200,
      body: { party: partyOf(principal), subject: subjectOf(principal) },
    }),
  }),
];

/** @param routes all of them, this one too */
export function documentRoute(routes: () => readonly Route[]): Route {
  return defineRoute({
    method: 'GET',
    path: '/v1/openapi.json',
    operationId: 'readDocument',
    tag: 'who',
    summary: 'This document',
    who: 'everyone',
    takes: 'nothing',
    ...none,
    answers: { 200: z.record(z.string(), z.unknown()) },
    handle: async () => ({ status: 200, body: buildPlatformOpenApi(routes()) }),
  });
}
