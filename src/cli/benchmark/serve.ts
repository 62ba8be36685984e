import { isIP } from 'node:net';
import type { ServiceCycle } from '../../service/service-parts';
import { MODES } from '../../service/service-parts';
import { closeOnSignals, type ListenOptions, startService } from '../../service/serve';
import type { StorePlace } from '../../service/store/open-store';
import { type Command, type CommandCall, type Outcome, refused } from '../command';
import { DEFAULT_RUBRIC } from '../load-assessment';
import { PLACE_OPTIONS, textOf, wrongValue } from './benchmark-command';
import { doubtful, lineOf } from './examine-finding';
import { placeOf } from './operated-service';
import { closingDay, cycleName, keepSettings, readSettings, type ServiceSettings } from './service-settings';

const PORT = 8787;
const THIS_MACHINE = '127.0.0.1';

/** Runs the service until it is asked to end. Prints its address on a line when it takes requests. */
export const serve: Command = {
  usage: 'operator.usageServe',
  about: 'help.serveAbout',
  options: {
    ...PLACE_OPTIONS,
    port: { type: 'string', value: 'help.valueNumber', help: 'help.servePort' },
    host: { type: 'string', value: 'help.valueHost', help: 'help.serveHost' },
    mode: { type: 'string', value: 'help.valueMode', help: 'help.serveMode' },
    cycle: { type: 'string', value: 'help.valueName', help: 'help.serveCycle' },
    closes: { type: 'string', value: 'help.valueDay', help: 'help.serveCloses' },
    rubric: { type: 'string', value: 'help.valueId', help: 'help.serveRubric' },
    origin: { type: 'string', multiple: true, value: 'help.valueOrigin', help: 'help.serveOrigin' },
    sample: { type: 'boolean', help: 'help.serveSample' },
  },
  run: async (call) => {
    const place = placeOf(call);
    if ('code' in place) return place;
    if (call.files.length > 0) return call.misused();
    const kept = readSettings(place.directory, call.shipped.words);
    if (!kept.ok) return refused(kept.failure);
    const options = optionsOf(call, place, kept.value);
    return 'code' in options ? options : start(call, place, options, kept.value);
  },
};

type Asked = Pick<ListenOptions, 'cycle' | 'mode' | 'host' | 'port' | 'origins' | 'sample'>;

async function start(
  { shipped }: CommandCall,
  place: StorePlace,
  asked: Asked,
  kept: ServiceSettings | null,
): Promise<Outcome> {
  const { words, rubricDir, submitPage } = shipped;
  const { directory: dataDir, database } = place;
  for (const warning of warningsOf(asked, words)) {
    process.stderr.write(`${lineOf(doubtful(warning), words)}\n`);
  }
  const running = await startService({
    ...asked,
    words,
    dataDir,
    rubricDir,
    submitPage,
    ...(database === undefined ? {} : { database }),
  });
  if (!running.ok) return refused(running.failure);
  closeOnSignals(running.value, process);
  const { cycle, closes, rubric } = asked.cycle;
  keepSettings(dataDir, {
    schema: 'jsp-service/1',
    rows: database === undefined ? 'directory' : 'database',
    cycle,
    cycles: { ...kept?.cycles, [cycle]: { closes, rubric, mode: asked.mode } },
  });
  return { out: `${running.value.url}\n`, code: 0 };
}

/** What was asked for; else what the service had before; else what ships. */
function optionsOf(
  call: CommandCall,
  { database }: StorePlace,
  kept: ServiceSettings | null,
): Asked | Outcome {
  const { shipped, given } = call;
  const cycle = textOf(call, 'cycle') ?? kept?.cycle ?? shipped.cycle;
  const known = kept?.cycles[cycle];
  const closes =
    textOf(call, 'closes') ?? known?.closes ?? (cycle === shipped.cycle ? shipped.closes : undefined);
  const rubric = textOf(call, 'rubric') ?? known?.rubric ?? DEFAULT_RUBRIC;
  const mode = textOf(call, 'mode') ?? known?.mode ?? 'code';
  const port = textOf(call, 'port') ?? String(PORT);
  const host = textOf(call, 'host') ?? THIS_MACHINE;
  const knownMode = MODES.find((one) => one === mode);
  if (!cycleName.safeParse(cycle).success) return wrongValue(call, '--cycle', cycle, '2026, 2026-1');
  if (!closingDay.safeParse(closes).success) return wrongValue(call, '--closes', closes ?? '', '2027-03-31');
  if (!knownMode) return wrongValue(call, '--mode', mode, MODES.join(', '));
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return wrongValue(call, '--port', port, `0-65535`);
  if (kept && (kept.rows === 'database') !== (database !== undefined)) return movedRows(call, kept);
  const origins = Array.isArray(given['origin']) ? (given['origin'] as string[]) : [];
  const open: ServiceCycle = { cycle, closes: closes ?? '', rubric };
  return {
    cycle: open,
    mode: knownMode,
    host,
    port: Number(port),
    origins,
    sample: given['sample'] === true,
  };
}

/** A forgotten JSP_DATABASE would start an empty store, in which no code is known and no release is out. */
function movedRows({ shipped: { words }, given }: CommandCall, { rows }: ServiceSettings): Outcome {
  const directory = String(given['data']);
  const key = rows === 'database' ? 'operator.databaseMissing' : 'operator.databaseOther';
  return { error: words(key, { directory }), code: 1 };
}

function warningsOf({ host, mode }: Asked, words: CommandCall['shipped']['words']): string[] {
  const loopback = host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
  return [
    ...(loopback ? [] : [words('operator.hostWarning', { host })]),
    ...(mode === 'open' ? [words('operator.openWarning')] : []),
  ];
}
