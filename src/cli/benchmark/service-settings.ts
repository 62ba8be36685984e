import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { benchmarkSchema } from '../../rubric/benchmark';
import { rubricId } from '../../rubric/schema';
import { replaceKeyFile } from '../../service/key-file';
import { MODES } from '../../service/service-parts';
import { isSystemError } from '../../service/system-error';
import type { Result } from '../../words/result';
import { failed, success } from '../../words/result';
import type { Words } from '../../words/words';

export const SETTINGS_FILE = 'service.json';
export const cycleName = benchmarkSchema.shape.cycle;
export const closingDay = z.iso.date();

const settingsSchema = z.strictObject({
  schema: z.literal('jsp-service/1'),
  rows: z.enum(['directory', 'database']),
  /** The cycle that was served last. */
  cycle: cycleName,
  cycles: z.record(cycleName, z.strictObject({ closes: closingDay, rubric: rubricId, mode: z.enum(MODES) })),
});

/**
 * What a service was started with, kept in its data directory, so that the commands beside it agree with it: a release
 * must not be made early because a closing day was typed wrong. Holds no secret.
 */
export type ServiceSettings = z.infer<typeof settingsSchema>;
export type CycleSettings = ServiceSettings['cycles'][string];

/** The settings in a data directory; null where no service was started with it. Fails: `settings-damaged`. */
export function readSettings(directory: string, words: Words): Result<ServiceSettings | null> {
  const file = join(directory, SETTINGS_FILE);
  const damaged = (reason: string) =>
    failed('settings-damaged', words('operator.settingsDamaged', { file, reason }));
  if (!existsSync(file)) return success(null);
  try {
    const parsed = settingsSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? success(parsed.data) : damaged(parsed.error.issues[0]?.path.join('.') ?? '');
  } catch (error) {
    if (!(error instanceof SyntaxError) && !isSystemError(error)) throw error;
    return damaged(error.message);
  }
}

/** Keeps the settings, also over a loss of power. Throws what the system refuses. */
export function keepSettings(directory: string, settings: ServiceSettings): void {
  replaceKeyFile(join(directory, SETTINGS_FILE), `${JSON.stringify(settings, null, 2)}\n`);
}
