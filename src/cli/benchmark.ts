import './fit-node.cjs';
import type { BenchmarkCommand } from './benchmark/benchmark-command';
import { runCommand } from './command';

/** What the operator, and whoever checks a receipt or a release, can call; each is loaded when it is called. */
const COMMANDS: Readonly<Record<string, () => Promise<BenchmarkCommand>>> = {
  serve: async () => (await import('./benchmark/serve')).serve,
  codes: async () => (await import('./benchmark/codes')).codes,
  release: async () => (await import('./benchmark/release')).release,
  verify: async () => (await import('./benchmark/verify')).verify,
  export: async () => (await import('./benchmark/export')).exportRows,
  'rotate-keys': async () => (await import('./benchmark/rotate-keys')).rotateKeys,
  backup: async () => (await import('./benchmark/backup')).backup,
  doctor: async () => (await import('./benchmark/doctor')).doctor,
};

const [name = '', ...args] = process.argv.slice(2);
const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (load) {
  const { usage, options, run } = await load();
  await runCommand(({ words }) => words(usage), options, run, args);
} else {
  await runCommand(
    ({ words }) => words('operator.usage'),
    {},
    ({ misused }) => misused(),
    [],
  );
}
