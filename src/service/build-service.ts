import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import Fastify from 'fastify';
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
} from 'fastify-type-provider-zod';
import { answerBadAddress, answerBrokenRequest, answerErrors } from './http/errors';
import { setHeaders } from './http/headers';
import { healthRoutes } from './http/health-routes';
import { laterRoutes } from './http/later-routes';
import { publicRoutes } from './http/public-routes';
import { takeRawJson } from './http/raw-json';
import { submissionRoutes } from './http/submissions';
import { zodValidator } from './http/validation';
import type { ServiceParts } from './service-parts';

const BODY_AT_MOST = 16_384;
const REQUEST_WITHIN_MS = 15_000;
const API_VERSION = '1.0.0';

/**
 * The service, not listening: for `inject`, for `listen`, or under another server (`withService`). It keeps no log of
 * requests, takes no cookie, and closes its store when it is closed. `prefix` is a path before every route, such as
 * `/benchmark`.
 */
export function buildService(parts: ServiceParts, prefix = ''): FastifyInstance {
  const { words, origins, store, onFault } = parts;
  const app = Fastify({
    logger: false,
    bodyLimit: BODY_AT_MOST,
    requestTimeout: REQUEST_WITHIN_MS,
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
  answerErrors(app, words, onFault);
  app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: words('service.title'), description: words('service.about'), version: API_VERSION },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  app.register(
    (routes, _options, done) => {
      submissionRoutes(routes, parts);
      publicRoutes(routes, parts);
      laterRoutes(routes, parts);
      healthRoutes(routes, parts);
      routes.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
      done();
    },
    { prefix },
  );
  app.addHook('onClose', () => store.close());
  return app;
}
