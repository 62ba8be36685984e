import type { Copy, Dockerfile, Instruction, JSONInstruction } from 'dockerfile-ast';

/** Whether an instruction breaks a rule; `file` is all of it. */
type Breaks = (instruction: Instruction, file: Dockerfile) => boolean;

const textOf = (instruction: Instruction): string => instruction.getArgumentsContent() ?? '';
const on =
  (keywords: string, breaks: Breaks): Breaks =>
  (instruction, file) =>
    keywords.split(' ').includes(instruction.getKeyword()) && breaks(instruction, file);
const run = (pattern: RegExp, unless: RegExp): Breaks =>
  on('RUN', (one) => pattern.test(textOf(one)) && !unless.test(textOf(one)));
/** The last of an image's instructions must be one that does not break the rule. */
const last =
  (keyword: string, breaks: Breaks): Breaks =>
  (instruction, file) => {
    const found = file.getInstructions().findLast((one) => one.getKeyword() === keyword);
    return instruction === file.getFROMs().at(-1) && (found === undefined || breaks(found, file));
  };

/**
 * Rules of hadolint 2, by their ids, that the linter does not have and that a file like ours could break. Images of
 * earlier stages have no tag.
 */
export const RULES: Readonly<Record<string, Breaks>> = {
  'DL3002: the last user is root': last('USER', (user) => /^(root|0)(:|$)/.test(textOf(user))),
  'DL3006: an image without a tag': on('FROM', (one, file) => {
    const [from] = file.getFROMs().filter((known) => known === one);
    return from?.getImageTag() === null && from.getImageDigest() === null;
  }),
  'DL3007: the latest image': on('FROM', (one) => /:latest\b/.test(textOf(one))),
  'DL3008: apt-get without versions': run(/apt-get\b.*\binstall\b/s, /\binstall\b[^&|;]*\s[\w.+-]+=/s),
  'DL3015: apt-get with recommended packages': run(/apt-get\b.*\binstall\b/s, /--no-install-recommends/),
  'DL3016: npm without versions': run(/\bnpm (install|i)\s+(-\S+\s+)*[\w@]/, /\w@\d/),
  'DL3020: ADD in place of COPY': on('ADD', () => true),
  'DL3022: a stage that is not there': on('COPY', (one, file) => {
    const from = (one as Copy).getFromFlag()?.getValue();
    return from != null && file.getFROMs().every((stage) => stage.getBuildStage() !== from);
  }),
  'DL3025: a command as text': on(
    'CMD ENTRYPOINT',
    (one) => (one as JSONInstruction).getJSONStrings().length === 0,
  ),
  'DL3045: a relative path without WORKDIR': on('COPY', (one, file) => {
    const upTo = file.getInstructions().slice(0, file.getInstructions().indexOf(one));
    const stage = upTo.slice(upTo.findLastIndex((before) => before.getKeyword() === 'FROM'));
    const isRelative = !one.getArguments().at(-1)?.getValue().startsWith('/');
    return isRelative && stage.every((before) => before.getKeyword() !== 'WORKDIR');
  }),
  'DL3057: no health check': last('HEALTHCHECK', (one) => textOf(one) === 'NONE'),
  'DL4006: a pipe without pipefail': run(/[^|]\|[^|]/, /pipefail/),
};

/** Every rule that the file breaks, with the instruction that does. */
export const broken = (file: Dockerfile): string[] =>
  Object.entries(RULES).flatMap(([rule, breaks]) =>
    file
      .getInstructions()
      .filter((instruction) => breaks(instruction, file))
      .map((instruction) => `${rule} (line ${instruction.getRange().start.line + 1})`),
  );
