import { refusePromptfooHosts } from '../adapters/promptfoo/refuse-promptfoo-hosts.ts';

// Before promptfoo itself: `node --import`.
refusePromptfooHosts();
