import { z } from 'zod';
import { auditCollection } from '../audit.ts';
import { AuditRecordSchema } from '../resources.ts';
import { defineRoute } from '../route.ts';
import { nothing, pageOf, pageQuery } from './shapes.ts';

export const auditRoutes = [
  defineRoute({
    method: 'GET',
    path: '/v1/audit',
    operationId: 'readAudit',
    tag: 'audit',
    summary: 'Who did what, in the order in which it was done',
    description: 'Nothing of it can be changed or removed through the API.',
    who: ['operator'],
    takes: 'nothing',
    params: nothing,
    query: pageQuery.extend({
      day: z.iso.date().optional().describe('Only this day (UTC).'),
    }),
    body: z.undefined(),
    answers: { 200: pageOf(AuditRecordSchema) },
    async handle({ context, query: { after, limit, day } }) {
      const page = await context.registry.list(auditCollection, { prefix: day, after, limit });
      const next = page.length < limit ? null : (page.at(-1)?.key ?? null);
      return { status: 200, body: { items: page.map(({ value }) => value), next } };
    },
  }),
];
