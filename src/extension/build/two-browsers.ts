import type { Compiler, sources } from 'webpack';
import type { Browser } from '../manifest';

const BROWSERS: readonly Browser[] = ['chrome', 'firefox'];

/**
 * A webpack plugin: puts what was compiled once into one folder a browser, byte for byte the same, each with its own
 * manifest.json. `manifest` gives that as an object.
 */
export class TwoBrowsers {
  constructor(private readonly manifest: (browser: Browser) => object) {}

  apply({ hooks, webpack }: Compiler): void {
    hooks.thisCompilation.tap('TwoBrowsers', (compilation) => {
      // After everything that makes or renames a file.
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'TwoBrowsers', stage }, (assets) => {
        for (const [name, source] of Object.entries<sources.Source>(assets)) {
          for (const browser of BROWSERS) compilation.emitAsset(`${browser}/${name}`, source);
          compilation.deleteAsset(name);
        }
        for (const browser of BROWSERS) {
          const text = `${JSON.stringify(this.manifest(browser), null, 2)}\n`;
          compilation.emitAsset(`${browser}/manifest.json`, new webpack.sources.RawSource(text));
        }
      });
    });
  }
}
