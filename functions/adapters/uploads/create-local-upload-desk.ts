import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { Clock, UploadDesk, UploadedFile } from '../../../evals/ports.ts';

/** An upload desk whose files come to this process itself. */
export interface LocalUploadDesk extends UploadDesk {
  /** The file that a token of an address was given for; null where it is forged or has expired. */
  accept(token: string): UploadedFile | null;
}

export interface LocalUploadDeskOptions {
  /** Known to this process alone. */
  secret: Uint8Array;
  clock: Clock;
  expiresInS: number;
  /** The address under which a token is accepted. */
  addressOf: (token: string) => string;
}

const TicketSchema = z.strictObject({
  key: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  expiresAt: z.iso.datetime(),
});

/** Addresses that hold what may be put there and until when, signed by HMAC-SHA256. */
export function createLocalUploadDesk(options: LocalUploadDeskOptions): LocalUploadDesk {
  const { secret, clock, expiresInS, addressOf } = options;
  const sign = (ticket: string) => createHmac('sha256', secret).update(ticket).digest();
  return {
    async open(file) {
      const expiresAt = new Date(Date.parse(clock.now()) + expiresInS * 1000).toISOString();
      const ticket = Buffer.from(JSON.stringify({ ...file, expiresAt })).toString('base64url');
      const token = `${ticket}.${sign(ticket).toString('base64url')}`;
      const headers = { 'content-type': 'application/x-ndjson' };
      return { url: addressOf(token), method: 'PUT', headers, expiresAt };
    },

    accept(token) {
      const [, ticket, signature] = /^([\w-]{1,2000})\.([\w-]{43})$/u.exec(token) ?? [];
      if (ticket === undefined || signature === undefined) return null;
      if (!timingSafeEqual(Buffer.from(signature, 'base64url'), sign(ticket))) return null;
      const { expiresAt, ...file } = TicketSchema.parse(
        JSON.parse(Buffer.from(ticket, 'base64url').toString('utf8')),
      );
      return Date.parse(expiresAt) <= Date.parse(clock.now()) ? null : file;
    },
  };
}
