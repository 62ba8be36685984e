import type { FastifyInstance } from 'fastify';
import Fastify from 'fastify';
import { serializerCompiler } from 'fastify-type-provider-zod';
import { alterationRoutes } from './http/alteration-routes';
import { describeService, docsRoutes } from './http/docs-routes';
import { answerBadAddress, answerBrokenRequest, answerErrors } from './http/errors';
import { setHeaders } from './http/headers';
import { healthRoutes } from './http/health-routes';
import { keyRoutes } from './http/key-routes';
import { takeRawJson } from './http/raw-json';
import { releaseRoutes } from './http/release-routes';
import { reportRoutes } from './http/report-routes';
import { shelfOver } from './http/shelf';
import { submissionRoutes } from './http/submission-routes';
import { submitPageRoutes } from './http/submit-page-routes';
import { tokenRoutes } from './http/token-routes';
import { zodValidator } from './http/validation';
import type { ServiceParts } from './service-parts';

const BODY_AT_MOST = 16_384;
const LOOK_FOR_SLOW_MS = 1_000;

/**
 * The service, not listening: for `inject`, for `listen`, or under another server (`withService`). It keeps no log of
 * requests, takes no cookie, and closes its store when it is closed. `prefix` is a path before every route, such as
 * `/benchmark`.
 *
 * It never counts or limits by address: to do so it would have to remember addresses, behind a relay all share one, and
 * what limits a row is its code or token, which is good for one.
 */
export function buildService(parts: ServiceParts, prefix = ''): FastifyInstance {
  const { words, origins, store, log, requestWithinMs } = parts;
  const app = Fastify({
    logger: false,
    bodyLimit: BODY_AT_MOST,
    requestTimeout: requestWithinMs,
    // Left at its default, the longer time for headers and the shorter for requests change places in Node.
    http: { headersTimeout: requestWithinMs, connectionsCheckingInterval: LOOK_FOR_SLOW_MS },
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { maxParamLength: 100 },
    frameworkErrors: answerBadAddress(words),
    clientErrorHandler: answerBrokenRequest(words),
  });
  app.setValidatorCompiler(zodValidator);
  app.setSerializerCompiler(serializerCompiler);
  setHeaders(app, origins);
  takeRawJson(app, words);
  answerErrors(app, words, log);
  describeService(app, parts);
  const shelf = shelfOver(store, words);
  app.register(
    (routes, _options, done) => {
      keyRoutes(routes, parts, prefix);
      tokenRoutes(routes, parts);
      submissionRoutes(routes, parts);
      alterationRoutes(routes, parts);
      releaseRoutes(routes, parts, shelf);
      reportRoutes(routes, parts, shelf);
      submitPageRoutes(routes, parts, prefix);
      healthRoutes(routes, parts);
      docsRoutes(routes, parts, prefix);
      done();
    },
    { prefix },
  );
  app.addHook('onClose', () => store.close());
  return app;
}
