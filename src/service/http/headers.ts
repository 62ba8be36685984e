import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { IDEMPOTENCY_HEADER, OWNER_HEADER, SECRET_HEADER } from '../../submission/protocol';

/** On answers that are written before any hook runs. */
export const STRICT_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

/**
 * The headers of every answer. Data may load, frame and keep nothing; the few pages and what never changes say otherwise
 * for themselves.
 * `origins` are the pages whose scripts may read the answers, each exactly; cookies are never taken.
 */
export function setHeaders(app: FastifyInstance, origins: readonly string[]): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
    },
    xFrameOptions: { action: 'deny' },
    // Not to be sent over plain HTTP (RFC 6797, section 7.2), which is all the service speaks: it is the proxy's.
    strictTransportSecurity: false,
  });
  app.register(cors, {
    origin: [...origins],
    methods: ['GET', 'POST', 'PUT', 'DELETE'],
    allowedHeaders: [
      'Content-Type',
      'Authorization',
      'If-Match',
      IDEMPOTENCY_HEADER,
      OWNER_HEADER,
      SECRET_HEADER,
    ],
    exposedHeaders: ['Retry-After'],
    credentials: false,
    strictPreflight: false,
    maxAge: 600,
  });
}
