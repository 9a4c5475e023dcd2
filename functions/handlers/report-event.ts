import { z } from 'zod';
import { RunEventSchema } from './run-event.ts';

/** Whose report: a run's, or that of a cluster's month by its place. */
export const ReportEventSchema = z.union([
  RunEventSchema,
  z.object({ checkIn: z.string().regex(/^check-ins\/[a-z0-9-]+\/\d{4}-\d{2}\/$/u) }),
]);
