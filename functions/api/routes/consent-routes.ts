import { z } from 'zod';
import { IdSchema } from '../../../datasets/case.ts';
import { modelOwnerOf } from '../principal.ts';
import { ApiProblem } from '../problem.ts';
import { type ConsentRecord, ConsentRecordSchema } from '../resources.ts';
import { defineRoute } from '../route.ts';
import { noBody, nothing } from './shapes.ts';

const params = z.strictObject({ modelId: IdSchema });
const who = ['operator', 'vendor'] as const;

const ConsentViewSchema = ConsentRecordSchema.omit({ schema: true });
const viewOf = ({ schema: _, ...view }: ConsentRecord) => view;

/** Consents that what runs say of a model is published, and their withdrawal. They outlive the model's own record. */
export const consentRoutes = [
  defineRoute({
    method: 'POST',
    path: '/v1/models/{modelId}/consent',
    operationId: 'recordConsent',
    tag: 'models',
    summary: 'Consent that results of a model are shown to everybody',
    description:
      'For a vendor’s model by the vendor, or by the operator who holds it in writing; for one of ours by the operator. One given on the day of a withdrawal does not hold.',
    who,
    takes: 'json',
    params,
    query: nothing,
    body: z.strictObject({
      by: ConsentRecordSchema.shape.by.describe('An office or a role, not a person. Kept, and never shown.'),
    }),
    answers: { 200: ConsentViewSchema },
    async handle({ context, desk, params: { modelId }, body: { by } }) {
      const model = await desk.read('models', modelId);
      const now = context.clock.now();
      const date = now.slice(0, 10);
      const { made } = await desk.create('consents', {
        schema: 'maalestok.api.consent.v1',
        id: modelId,
        owner: modelOwnerOf(model.vendor),
        createdAt: now,
        updatedAt: now,
        by,
        date,
        withdrawn: null,
      });
      if (!made) {
        await desk.change('consents', modelId, (consent) => {
          if (consent.owner !== modelOwnerOf(model.vendor))
            throw new ApiProblem('conflict', 'There is another party’s consent to a model of this name.');
          if (consent.withdrawn === null) return { ...consent, by };
          if (consent.withdrawn >= date)
            throw new ApiProblem('conflict', 'It was withdrawn today: a consent of a later day holds.');
          return { ...consent, by, date, withdrawn: null };
        });
      }
      await context.publisher?.start(null);
      return { status: 200, body: viewOf(await desk.read('consents', modelId)) };
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/v1/models/{modelId}/consent',
    operationId: 'readConsent',
    tag: 'models',
    summary: 'The consent to a model of yours',
    who,
    takes: 'nothing',
    params,
    query: nothing,
    body: z.undefined(),
    answers: { 200: ConsentViewSchema },
    handle: async ({ desk, params: { modelId } }) => ({
      status: 200,
      body: viewOf(await desk.read('consents', modelId)),
    }),
  }),
  defineRoute({
    method: 'POST',
    path: '/v1/models/{modelId}/consent/withdraw',
    operationId: 'withdrawConsent',
    tag: 'models',
    summary: 'Take back the consent: the model leaves every publication',
    description: 'Also where the model itself was retired.',
    who,
    takes: 'json',
    params,
    query: nothing,
    body: noBody,
    answers: { 200: ConsentViewSchema },
    async handle({ context, desk, params: { modelId } }) {
      const day = context.clock.now().slice(0, 10);
      const consent = await desk.change('consents', modelId, (each) => ({
        ...each,
        withdrawn: each.withdrawn ?? day,
      }));
      await context.publisher?.start(null);
      return { status: 200, body: viewOf(consent) };
    },
  }),
];
