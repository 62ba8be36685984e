import type { WordKey } from '../words/words';
import type { Command } from './command';

/** What a name stands for: a command, loaded when it is called, or a group of further names. */
export type Entry =
  | { readonly summary: WordKey; readonly load: () => Promise<Command> }
  | { readonly summary: WordKey; readonly commands: Commands };
export type Commands = Readonly<Record<string, Entry>>;

/** Every command there is, in the order of the help; npm's scripts and the installed command both start from here. */
export const COMMANDS: Commands = {
  workbook: { summary: 'help.workbook', load: async () => (await import('./workbook')).workbook },
  score: { summary: 'help.score', load: async () => (await import('./score')).score },
  row: { summary: 'help.row', load: async () => (await import('./row')).row },
  submit: { summary: 'help.submit', load: async () => (await import('./submit')).submit },
  benchmark: {
    summary: 'help.benchmark',
    commands: {
      serve: { summary: 'help.serve', load: async () => (await import('./benchmark/serve')).serve },
      codes: { summary: 'help.codes', load: async () => (await import('./benchmark/codes')).codes },
      release: { summary: 'help.release', load: async () => (await import('./benchmark/release')).release },
      verify: { summary: 'help.verify', load: async () => (await import('./benchmark/verify')).verify },
      export: { summary: 'help.export', load: async () => (await import('./benchmark/export')).exportRows },
      'rotate-keys': {
        summary: 'help.rotateKeys',
        load: async () => (await import('./benchmark/rotate-keys')).rotateKeys,
      },
      backup: { summary: 'help.backup', load: async () => (await import('./benchmark/backup')).backup },
      doctor: { summary: 'help.doctor', load: async () => (await import('./benchmark/doctor')).doctor },
    },
  },
};
