import type { RequestListener } from 'node:http';
import type { FastifyInstance } from 'fastify';

const SERVICE_PATH =
  /^\/(v1\/|(report|docs|submit)([/?]|$)|\.well-known\/private-token-issuer-directory|healthz|readyz|openapi\.json)/;

/**
 * One port for the service and something else, such as the sandbox's page: requests to the service's paths (without
 * prefix) go to the service, which is made ready first; all others to `otherwise`.
 */
export async function withService(
  service: FastifyInstance,
  otherwise: RequestListener,
): Promise<RequestListener> {
  await service.ready();
  return (request, response) => {
    if (SERVICE_PATH.test(request.url ?? '')) service.routing(request, response);
    else otherwise(request, response);
  };
}
