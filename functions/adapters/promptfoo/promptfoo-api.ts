import { z } from 'zod';

/** The part of a promptfoo provider that is used here. */
export interface PromptfooProvider {
  id(): string;
  callApi(
    prompt: string,
    context: { prompt: { raw: string; label: string }; vars: Record<string, string>; bustCache: boolean },
    options: { abortSignal: AbortSignal },
  ): Promise<unknown>;
  cleanup?: () => void | Promise<void>;
}

/** The part of promptfoo's Node API that is used here. */
export interface PromptfooApi {
  loadApiProvider(
    provider: string,
    context: { basePath: string; options: { config: Record<string, unknown> } },
  ): Promise<PromptfooProvider>;
  cache: { disableCache(): void };
}

const tokens = z.number().min(0).optional().catch(undefined);

/** What a provider's answer may carry. Providers are many: what is not as expected is not read. */
export const ProviderResponseSchema = z.object({
  output: z.unknown().optional(),
  error: z.string().optional().catch('an error without words'),
  isRefusal: z.boolean().optional().catch(undefined),
  finishReason: z.string().max(100).optional().catch(undefined),
  tokenUsage: z
    .object({
      prompt: tokens,
      completion: tokens,
      completionDetails: z
        .object({ cacheReadInputTokens: tokens, cacheCreationInputTokens: tokens })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
  metadata: z
    .object({
      http: z
        .object({
          status: z.int().optional().catch(undefined),
          headers: z.record(z.string(), z.string()).optional().catch(undefined),
        })
        .optional()
        .catch(undefined),
      rateLimitKind: z.string().optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});
export type ProviderResponse = z.infer<typeof ProviderResponseSchema>;
