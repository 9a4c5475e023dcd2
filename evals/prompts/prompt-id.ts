import { z } from 'zod';

/** The prompts of in-house models: version 1, without and with the catalogue of provisions. */
export const PromptIdSchema = z.enum(['screening-da-1', 'screening-da-1-catalogue']);
export type PromptId = z.infer<typeof PromptIdSchema>;
