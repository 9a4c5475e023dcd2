// What the client of vendors' endpoints uses of undici; left out are fetch, WebSockets, caches, proxies and mocks.

import buildConnector from '../../node_modules/undici/lib/core/connect.js';
import errors from '../../node_modules/undici/lib/core/errors.js';
import Agent from '../../node_modules/undici/lib/dispatcher/agent.js';

export { Agent, buildConnector, errors };
