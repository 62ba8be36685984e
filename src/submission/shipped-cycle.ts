import * as z from 'zod/mini';
import { benchmarkSchema } from '../rubric/benchmark';
import { keyText } from './record';

/** Keys of a service that a build names ahead (base64url SHA-256 of the public key); null names none. */
const pinsSchema = z.strictObject({ receiptKey: z.nullable(keyText), tokenKey: z.nullable(keyText) });
export type Pins = z.infer<typeof pinsSchema>;

/** For a service that makes its keys on this computer. */
export const NO_PINS: Pins = { receiptKey: null, tokenKey: null };

/** assets/cycle.json: the cycle that a build is made for, the ISO day on which it closes, and the keys it pins. */
const shippedCycleSchema = z.strictObject({
  cycle: benchmarkSchema.shape.cycle,
  closes: z.iso.date(),
  pins: pinsSchema,
});
export type ShippedCycle = z.infer<typeof shippedCycleSchema>;

/** Checks what assets/cycle.json says. It ships with the build: a field that is wrong is a bug, and throws with its name. */
export function parseShippedCycle(json: unknown): ShippedCycle {
  const parsed = shippedCycleSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`assets/cycle.json: ${issue?.path.join('.') ?? ''} ${issue?.code ?? ''}`);
}
