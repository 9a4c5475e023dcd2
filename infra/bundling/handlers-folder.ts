import { resolve } from 'node:path';

export const handlersFolder = resolve(import.meta.dirname, '../../functions/handlers');
