import type { Route } from './route.ts';
import { auditRoutes } from './routes/audit-routes.ts';
import { consentRoutes } from './routes/consent-routes.ts';
import { datasetRoutes } from './routes/dataset-routes.ts';
import { leaderboardRoutes } from './routes/leaderboard-routes.ts';
import { modelRoutes } from './routes/model-routes.ts';
import { publicationRoutes } from './routes/publication-routes.ts';
import { runRoutes } from './routes/run-routes.ts';
import { submissionRoutes } from './routes/submission-routes.ts';
import { uploadRoutes } from './routes/upload-routes.ts';
import { documentRoute, whoRoutes } from './routes/who-routes.ts';

/** Every route of the API, in the order of its document. */
export const routes: readonly Route[] = [
  ...whoRoutes,
  documentRoute(() => routes),
  ...datasetRoutes,
  ...modelRoutes,
  ...consentRoutes,
  ...runRoutes,
  ...submissionRoutes,
  ...publicationRoutes,
  ...uploadRoutes,
  ...leaderboardRoutes,
  ...auditRoutes,
];
