import { keepLocal } from './keep-local.ts';

// Before promptfoo itself: `node --import`.
keepLocal();
