import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import * as z from 'zod/mini';
import type { ServiceParts } from '../service-parts';
import { answer, describeRoute, problems } from './describe';

const API_VERSION = '1.0.0';

/** Everything comes from here; the page shows the document and sends nothing. Its icons are data. */
const DOCS_POLICY =
  "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;connect-src 'self';" +
  "base-uri 'none';form-action 'none';frame-ancestors 'none'";

/** Nothing is sent from the page, so it asks for no code. */
const READING_ONLY = '.scheme-container, .authorization__btn { display: none; }';

const anyDocument = z.looseObject({ openapi: z.string() });

/** Collects what the routes say of themselves. Before any route. */
export function describeService(
  app: FastifyInstance,
  { words, mode }: Pick<ServiceParts, 'words' | 'mode'>,
): void {
  const about = [words('service.about'), ...(mode === 'open' ? [words('service.openNotice')] : [])];
  const httpScheme = (scheme: string, description: string) => ({
    type: 'http' as const,
    scheme,
    description,
  });
  app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: words('service.title'), description: about.join('\n\n'), version: API_VERSION },
      components: {
        securitySchemes: {
          memberCode: httpScheme('MemberCode', words('service.docMemberCode')),
          privateToken: httpScheme('PrivateToken', words('service.docPrivateToken')),
        },
      },
    },
    transform: describeRoute,
    transformObject: jsonSchemaTransformObject,
  });
}

/** The OpenAPI document, and the page that shows it. */
export function docsRoutes(
  app: FastifyInstance,
  { words }: Pick<ServiceParts, 'words'>,
  prefix: string,
): void {
  const schema = {
    tags: [words('service.docTagService')],
    summary: words('service.docOpenApi'),
    response: { 200: answer(words, 'service.docOpenApiAnswer', anyDocument), ...problems(words) },
  };
  app.get('/openapi.json', { schema }, () => app.swagger());
  app.register(swaggerUi, {
    routePrefix: '/docs',
    indexPrefix: prefix,
    staticCSP: DOCS_POLICY,
    theme: { title: words('service.title'), css: [{ filename: 'reading.css', content: READING_ONLY }] },
    uiConfig: { layout: 'BaseLayout', supportedSubmitMethods: [], validatorUrl: null },
  });
}
