import type { Compilation, Compiler, Module, WebpackPluginInstance } from 'webpack';
import { type Notice, noticesOf, noticesText } from './third-party-notices';

const FILE = 'THIRD-PARTY-NOTICES.txt';

/** Writes the licences of all packages in a build beside it; `more` are of what no build looks into. */
export class NoticesPlugin implements WebpackPluginInstance {
  constructor(private readonly more: readonly Notice[] = []) {}

  apply({ hooks, webpack }: Compiler): void {
    const { PROCESS_ASSETS_STAGE_ADDITIONAL } = webpack.Compilation;
    hooks.thisCompilation.tap(FILE, (compilation) => {
      compilation.hooks.processAssets.tap({ name: FILE, stage: PROCESS_ASSETS_STAGE_ADDITIONAL }, () => {
        const text = noticesText([...noticesOf(filesIn(compilation)), ...this.more]);
        compilation.emitAsset(FILE, new webpack.sources.RawSource(text));
      });
    });
  }
}

/** The files that the parts of a build were made from; several modules may have become one. */
function filesIn({ modules, chunkGraph }: Compilation): string[] {
  const used = [...modules].filter((module) => chunkGraph.getNumberOfModuleChunks(module) > 0);
  return used
    .flatMap((module) => [module, ...((module as { modules?: Iterable<Module> }).modules ?? [])])
    .map((module) => (module as { resource?: string }).resource)
    .filter((file) => file !== undefined);
}
