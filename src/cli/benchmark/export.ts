import { once } from 'node:events';
import { createWriteStream, rmSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { exportRelease } from '../../service/release/export-release';
import { isSystemError } from '../../service/system-error';
import type { Result } from '../../words/result';
import { failed, success } from '../../words/result';
import type { Words } from '../../words/words';
import { type Command, refused } from '../command';
import { PLACE_OPTIONS, textOf } from './benchmark-command';
import { operatedService, releaseNumberOf, withStore } from './operated-service';

/** Writes the auditor's file of a release: what it was made of, with every row that it counted. */
export const exportRows: Command = {
  usage: 'operator.usageExport',
  options: {
    ...PLACE_OPTIONS,
    release: { type: 'string', value: 'help.valueRelease', help: 'help.exportRelease' },
    out: { type: 'string', value: 'help.valueFile', help: 'help.exportOut' },
  },
  run: (call) => {
    const { words } = call.shipped;
    const file = textOf(call, 'out');
    if (file === undefined || call.files.length > 0) return call.misused();
    const service = operatedService(call);
    if ('code' in service) return service;
    return withStore(service.place, call.shipped, async (store) => {
      const number = await releaseNumberOf(store, textOf(call, 'release'), call.shipped);
      if (!number.ok) return refused(number.failure);
      const lines = await exportRelease(store, number.value, words);
      if (!lines.ok) return refused(lines.failure);
      const written = await writeLines(file, lines.value, words);
      if (!written.ok) return refused(written.failure);
      const values = { file, release: `r${number.value}`, count: written.value - 1 };
      return { error: words('operator.exported', values), code: 0 };
    });
  },
};

/** Writes lines to a new file that only its owner may read, and counts them; a file half written is taken away. */
async function writeLines(file: string, lines: AsyncIterable<string>, words: Words): Promise<Result<number>> {
  const stream = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true });
  const done = finished(stream);
  let [count, made] = [0, false];
  try {
    await once(stream, 'open');
    made = true;
    for await (const line of lines) {
      if (!stream.write(`${line}\n`)) await Promise.race([once(stream, 'drain'), done]);
      count += 1;
    }
    stream.end();
    await done;
    return success(count);
  } catch (error) {
    stream.destroy();
    await done.catch(() => undefined);
    if (made) rmSync(file, { force: true });
    if (!isSystemError(error)) throw error;
    return failed('file-unwritable', words('cli.fileUnwritable', { file, reason: error.message }));
  }
}
