import type { FastifyInstance } from 'fastify';
import { openOperatorStore } from '../../src/service/store/open-store';
import type { OperatorStore } from '../../src/service/store/operator-store';
import { formatMemberCode } from '../../src/submission/member-code';
import { cycleSchema, memberCodeAuthorization, TOKEN_REQUEST_TYPE } from '../../src/submission/protocol';
import type { TokenRecord } from '../../src/submission/record';
import { finishPurchase, startPurchase } from '../../src/submission/token-purchase';
import { CYCLE, rubric, sha256, words } from '../submission/fixtures';
import { purchaseOf, requestBytes, valueOf } from './tokens/fixtures';

/** Does something as the operator would, beside the service. */
export async function asOperator<T>(dataDir: string, work: (store: OperatorStore) => Promise<T>): Promise<T> {
  const store = valueOf(await openOperatorStore({ directory: dataDir }, [rubric], words));
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** The member code that a name always gives, as its owner has it and as the store keeps it. */
export function memberCode(name: string): { readonly code: string; readonly hash: string } {
  const bytes = sha256(`member ${name}`).subarray(0, 16);
  return { code: formatMemberCode(bytes), hash: sha256(bytes).toString('base64url') };
}

/** Makes codes known for the cycle; gives their `Authorization` headers. */
export async function admitted(dataDir: string, names: readonly string[]): Promise<string[]> {
  const codes = names.map(memberCode);
  await asOperator(dataDir, (store) =>
    store.addCodes(
      CYCLE,
      codes.map(({ hash }) => hash),
    ),
  );
  return codes.map(({ code }) => memberCodeAuthorization(code));
}

export const sendTokenRequest = (service: FastifyInstance, authorization: string, request: Uint8Array) =>
  service.inject({
    method: 'POST',
    url: '/v1/tokens',
    headers: { 'content-type': TOKEN_REQUEST_TYPE, authorization },
    payload: Buffer.from(request),
  });

/** The root secret that a name always gives. */
export const rootSecret = (name: string): Uint8Array => sha256(`root ${name}`).subarray(0, 20);

/** Starts a purchase against what the service shows of itself. */
export async function startedPurchase(service: FastifyInstance, name: string) {
  const { tokenKey } = cycleSchema.parse((await service.inject('/v1/cycle')).json());
  if (!tokenKey) throw new Error('The service sells no tokens');
  const context = purchaseOf(tokenKey, { secret: rootSecret(name) });
  const record = valueOf(await startPurchase(context));
  return {
    record,
    request: requestBytes(record),
    finish: async (response: Buffer) => valueOf(await finishPurchase(record, response, context)),
  };
}

/** A token bought over HTTP with a code that is known. */
export async function boughtToken(
  service: FastifyInstance,
  authorization: string,
  name: string,
): Promise<TokenRecord> {
  const { request, finish } = await startedPurchase(service, name);
  const response = await sendTokenRequest(service, authorization, request);
  if (response.statusCode !== 200) throw new Error(response.body);
  return finish(response.rawPayload);
}
