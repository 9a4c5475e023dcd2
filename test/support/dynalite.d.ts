declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** A DynamoDB wire server in memory. */
  export default function dynalite(options?: {
    createTableMs?: number;
    updateTableMs?: number;
    deleteTableMs?: number;
  }): Server;
}
