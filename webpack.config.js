import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import CopyPlugin from 'copy-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';
import { tsImport } from 'tsx/esm/api';
import MinimizerPlugin from 'minimizer-webpack-plugin';
import webpack from 'webpack';

const root = dirname(fileURLToPath(import.meta.url));
const { wordsOf } = await tsImport('./src/words/words.ts', import.meta.url);
const { manifestFor, withoutLocalhost } = await tsImport('./src/addin/manifest.ts', import.meta.url);
const { LOCAL_ORIGIN, namedOrigin, productionOrigins } = await tsImport(
  './src/addin/origins.ts',
  import.meta.url,
);
const { OFFICE_JS, officeJsAddress } = await tsImport('./src/addin/office-js.ts', import.meta.url);
const { extensionIds } = await tsImport('./src/addin/extension-ids.ts', import.meta.url);
const { extensionManifest } = await tsImport('./src/extension/manifest.ts', import.meta.url);
const { localeFolder, localeMessages } = await tsImport(
  './src/extension/locale-messages.ts',
  import.meta.url,
);
const { TwoBrowsers } = await tsImport('./src/extension/build/two-browsers.ts', import.meta.url);
const { shippedCatalogue } = await tsImport('./src/extension/build/shipped-catalogue.ts', import.meta.url);
const { firstCatalogue } = await tsImport('./src/extension/build/first-content.ts', import.meta.url);
const { outlineOf } = await tsImport('./src/rubric/rubric-outline.ts', import.meta.url);
const { DEV_ID, DEV_KEY } = await tsImport('./src/extension/build/dev-key.ts', import.meta.url);
const { COMMAND_FILE, NOT_BUNDLED, packageManifest } = await tsImport(
  './src/cli/build/package-manifest.ts',
  import.meta.url,
);
const { NoticesPlugin } = await tsImport('./src/cli/build/notices-plugin.ts', import.meta.url);
const { COPIED } = await tsImport('./src/cli/build/third-party-notices.ts', import.meta.url);
const { parseShippedCycle } = await tsImport('./src/submission/shipped-cycle.ts', import.meta.url);

// What is wrong with it stops the build, not a pane.
parseShippedCycle(JSON.parse(readFileSync(join(root, 'assets/cycle.json'), 'utf8')));

const localesFolder = join(root, 'assets/locales');
const catalogues = readdirSync(localesFolder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(join(localesFolder, file), 'utf8')));
const words = wordsOf(catalogues.find(({ meta }) => meta.language === 'en'));
const translations = catalogues.filter(({ meta }) => meta.language !== 'en');

/** The value of a result; its failure, in words and without a stack, stops the build. */
function orStop(result) {
  if (result.ok) return result.value;
  const { message } = result.failure;
  throw Object.assign(new Error(message), { stack: message });
}

// What makes modules of content, beside this file: with another of them nothing cached is of use.
const MAKERS = [
  'webpack.config.js',
  'src/extension/build/shipped-catalogue.ts',
  'src/extension/build/first-content.ts',
  'src/rubric/rubric-outline.ts',
].map((file) => join(root, file));

const SMALLER = { compress: { passes: 2 } };

// Content is data, not script: a file of its own, fetched when it is needed.
const CONTENT_AS_FILES = [
  {
    test: /\.json$/,
    include: [localesFolder, join(root, 'rubric')],
    type: 'asset/resource',
    generator: { filename: 'content/[name].[contenthash][ext]' },
  },
];
// An extension that may connect to nothing cannot fetch its own files either.
// What its panel opens with (`?first`) is a part.
const contentPart = (include, resourceQuery, part) => ({
  test: /\.json$/,
  include,
  resourceQuery,
  parser: { parse: (text) => part(JSON.parse(text)) },
});
const CONTENT_IN_SCRIPTS = [
  contentPart(localesFolder, /^$/, shippedCatalogue),
  contentPart(localesFolder, /first/, firstCatalogue),
  contentPart(join(root, 'rubric'), /first/, outlineOf),
];

/** What every build shares. `name` tells their caches apart. */
function common(name, mode, out, content = CONTENT_AS_FILES) {
  return {
    name,
    mode,
    target: ['web', 'es2022'],
    context: root,
    devtool: mode === 'production' ? false : 'source-map',
    cache: { type: 'filesystem', buildDependencies: { config: MAKERS } },
    resolve: { extensions: ['.tsx', '.ts', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          loader: 'swc-loader',
          options: {
            jsc: {
              target: 'es2022',
              parser: { syntax: 'typescript', tsx: true },
              transform: { react: { runtime: 'automatic' } },
            },
          },
        },
        ...content,
      ],
    },
    output: {
      path: out,
      filename: mode === 'production' ? '[name].[contenthash].js' : '[name].js',
      chunkFilename: mode === 'production' ? '[name].[contenthash].js' : '[name].js',
      clean: true,
    },
    optimization: {
      moduleIds: 'deterministic',
      chunkIds: mode === 'production' ? 'deterministic' : 'named',
      // The compiler of the sources makes scripts as small as webpack's own choice does, in a quarter of the time.
      minimizer: [
        new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify, minimizerOptions: SMALLER }),
        '...',
      ],
    },
    performance: false,
  };
}

/**
 * The task pane as any static host serves it: pages, scripts, icons and the manifest. `ids` are the extension's,
 * `officeJs` is the address of Microsoft's script.
 */
function pane(mode, out, origins, ids, officeJs = OFFICE_JS) {
  const page = (name, chunks) =>
    new HtmlPlugin({
      filename: `${name}.html`,
      template: join(root, `src/addin/${name}.html`),
      templateParameters: { words, officeJs },
      chunks,
    });
  const manifest = (content) => {
    const text = manifestFor(content.toString(), origins.addin, translations);
    return mode === 'production' ? orStop(withoutLocalhost(text, words)) : text;
  };
  return {
    ...common('pane', mode, out),
    entry: { taskpane: './src/addin/taskpane.tsx' },
    plugins: [
      new webpack.DefinePlugin({
        BENCHMARK_ORIGIN: JSON.stringify(origins.benchmark),
        DEFAULT_RUBRIC: JSON.stringify('jsp'),
        EXTENSION_IDS: JSON.stringify(ids),
        OFFICE_JS_HOST: JSON.stringify(new URL(officeJs).hostname),
      }),
      page('taskpane', ['taskpane']),
      page('support', []),
      new CopyPlugin({
        patterns: [
          { from: 'assets/icons/*.png', to: 'icons/[name][ext]' },
          { from: 'src/addin/taskpane.css' },
          { from: 'manifest.xml', transform: manifest },
        ],
      }),
    ],
  };
}

/** The sandbox's page, served at /; the LGPL grid and what it needs lie beside it as the unmodified files of their packages. */
function sandbox(mode, out) {
  const library = (from, to) => ({
    from: join('node_modules', from),
    to: join('grid', to),
    info: { minimized: true },
  });
  const shared = common('sandbox', mode, out);
  return {
    ...shared,
    output: { ...shared.output, publicPath: '/sandbox/' },
    entry: { sandbox: './src/sandbox/page/sandbox.ts', attach: './src/sandbox/page/attach.ts' },
    plugins: [
      new HtmlPlugin({
        filename: 'sandbox.html',
        template: join(root, 'src/sandbox/page/sandbox.html'),
        templateParameters: { words },
        chunks: ['sandbox'],
      }),
      new CopyPlugin({
        patterns: [
          { from: 'src/sandbox/page/sandbox.css' },
          library('@odoo/owl/dist/owl.iife.min.js', 'owl.iife.min.js'),
          library('@odoo/owl/LICENSE', 'owl.LICENSE.txt'),
          library('@odoo/o-spreadsheet/dist/o_spreadsheet.min.iife.js', 'o_spreadsheet.min.iife.js'),
          library('@odoo/o-spreadsheet/dist/o_spreadsheet.css', 'o_spreadsheet.css'),
          library('@odoo/o-spreadsheet/dist/o_spreadsheet.xml', 'o_spreadsheet.xml'),
          library('@odoo/o-spreadsheet/LICENSE', 'o_spreadsheet.LICENSE.txt'),
          library('chart.js/dist/chart.umd.min.js', 'chart.umd.min.js'),
          library('bootstrap/dist/css/bootstrap.min.css', 'bootstrap.min.css'),
          library('font-awesome/css/font-awesome.min.css', 'font-awesome/css/font-awesome.min.css'),
          library('font-awesome/fonts/', 'font-awesome/fonts/'),
        ],
      }),
    ],
  };
}

/**
 * The browser extension, compiled once for two browsers: the worker and the first screen of the side panel, each in one
 * file, and the panel's other views, loaded from the package when they are opened.
 */
function extension(mode, out, origins) {
  const shared = common('extension', mode, out, CONTENT_IN_SCRIPTS);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const settings = { version, addinOrigins: origins.addin === null ? [] : [origins.addin] };
  const manifest = (browser) =>
    extensionManifest(browser, mode === 'production' ? settings : { ...settings, key: DEV_KEY });
  return {
    ...shared,
    entry: { panel: './src/extension/panel/panel.tsx', worker: './src/extension/worker/worker.ts' },
    output: {
      ...shared.output,
      filename: '[name].js',
      chunkFilename: 'views/[name].js',
      // The folder may hold the other builds, too.
      clean: { keep: (path) => !/^(chrome|firefox)([\\/]|$)/.test(path) },
    },
    optimization: { ...shared.optimization, splitChunks: { chunks: 'async' } },
    plugins: [
      new webpack.DefinePlugin({
        BENCHMARK_ORIGIN: JSON.stringify(origins.benchmark ?? ''),
        DEFAULT_RUBRIC: JSON.stringify('jsp'),
      }),
      new HtmlPlugin({
        filename: 'panel.html',
        template: join(root, 'src/extension/panel/panel.html'),
        templateParameters: { words },
        chunks: ['panel'],
      }),
      new CopyPlugin({
        patterns: [
          { from: 'assets/icons/icon-{16,32,48,128}.png', to: 'icons/[name][ext]' },
          { from: 'src/extension/panel/panel.css' },
          ...catalogues.map((catalogue) => ({
            from: join(localesFolder, `${catalogue.meta.language}.json`),
            to: `_locales/${localeFolder(catalogue)}/messages.json`,
            transform: () => JSON.stringify(localeMessages(catalogue)),
          })),
        ],
      }),
      new TwoBrowsers(manifest),
    ],
  };
}

/** The benchmark's own page, as its service serves it: `submit.html` at /submit, everything else below. */
function submitPage(mode, out) {
  return {
    ...common('submit-page', mode, out),
    entry: { submit: './src/submit-page/main.tsx' },
    plugins: [
      new HtmlPlugin({
        filename: 'submit.html',
        template: join(root, 'src/submit-page/submit.html'),
        templateParameters: { words },
        publicPath: 'submit/',
      }),
      new CopyPlugin({
        patterns: [{ from: 'src/submit-page/submit.css' }, { from: 'assets/icons/icon-32.png' }],
      }),
      new NoticesPlugin(),
    ],
  };
}

/**
 * The command line as a package of its own: the command, and beside it in `lib` a part for each command, so that `score`
 * loads no service and no charts. What ships as data lies in the package as it does in the project.
 */
function commandLine(mode, out) {
  const shared = common('cli', mode, out, []);
  const manifest = (content) => `${JSON.stringify(packageManifest(JSON.parse(content)), null, 2)}\n`;
  const swaggerUi = 'node_modules/@fastify/swagger-ui/static';
  return {
    ...shared,
    target: 'node20.19',
    entry: { cli: './src/cli/jsp-maturity.ts' },
    experiments: { outputModule: true },
    // Without `pg-native` and `canvas`, which nobody here installs, their users do without them.
    externals: {
      [NOT_BUNDLED]: `module ${NOT_BUNDLED}`,
      'pg-native': 'node-commonjs pg-native',
      canvas: 'import canvas',
    },
    externalsPresets: { node: true },
    // A library that reads files beside it finds them beside the part that it is in.
    node: { __dirname: 'node-module', __filename: 'node-module' },
    module: {
      ...shared.module,
      parser: { javascript: { importMeta: false, url: false, createRequire: false } },
    },
    output: {
      ...shared.output,
      filename: COMMAND_FILE,
      chunkFilename: 'lib/[name].mjs',
      module: true,
      chunkFormat: 'module',
      chunkLoading: 'import',
      clean: { keep: /^dist[\\/]submit[\\/]/ },
    },
    // Traces that an operator sends name the functions of the source.
    optimization: { ...shared.optimization, minimize: false },
    plugins: [
      new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true, entryOnly: true }),
      new NoticesPlugin([COPIED]),
      new CopyPlugin({
        patterns: [
          { from: 'package.json', transform: manifest },
          { from: 'LICENSE' },
          { from: 'assets/cycle.json', to: 'assets/' },
          { from: 'assets/locales', to: 'assets/locales' },
          { from: 'rubric', to: 'rubric' },
          { from: swaggerUi, to: 'static', info: { minimized: true } },
          { from: `${swaggerUi}/logo.svg`, to: 'lib/static/' },
        ],
      }),
    ],
  };
}

/** What a target is built into: its folder of dist in production, of .cache/local otherwise, or where `--env out=` says. */
const folderOf = (env, mode, name) =>
  resolve(root, env.out ?? join(mode === 'production' ? 'dist' : '.cache/local', name));

/** Settings are given with `--env`; in production the environment may give them, too, and each must be an https origin. */
const TARGETS = {
  /**
   * The pane for ADDIN_ORIGIN and BENCHMARK_ORIGIN, into dist/addin; EXTENSION_IDS names the extensions it may ask,
   * OFFICE_JS where Microsoft's script is.
   */
  addin(env, mode) {
    const origins = orStop(productionOrigins(env, words));
    const ids = orStop(extensionIds(env.EXTENSION_IDS, words));
    const officeJs = orStop(officeJsAddress(env.OFFICE_JS, words));
    return pane(mode, folderOf(env, mode, 'addin'), origins, ids, officeJs);
  },
  /** The pane for this computer, the sandbox around it, and the page that takes a row. */
  local(env, mode) {
    const out = folderOf(env, mode, '');
    const origins = { addin: env.ADDIN_ORIGIN ?? LOCAL_ORIGIN, benchmark: '' };
    return [
      pane(mode, join(out, 'pane'), origins, [DEV_ID]),
      sandbox(mode, join(out, 'sandbox')),
      submitPage(mode, join(out, 'submit')),
    ];
  },
  /** The page that the service serves at /submit, into dist/submit; it needs no setting. */
  'submit-page': (env, mode) => submitPage(mode, folderOf(env, mode, 'submit')),
  /** The package of the command line, with the page that its service serves, into dist/cli; it needs no setting. */
  cli(env, mode) {
    const out = folderOf(env, mode, 'cli');
    return [commandLine(mode, out), submitPage(mode, join(out, 'dist/submit'))];
  },
  /** The extension, into dist/chrome and dist/firefox; with ADDIN_ORIGIN its pane may pull, BENCHMARK_ORIGIN is linked to. */
  extension(env, mode) {
    const named = (name) => orStop(namedOrigin(name, env[name], words));
    const origins =
      mode === 'production'
        ? { addin: named('ADDIN_ORIGIN'), benchmark: named('BENCHMARK_ORIGIN') }
        : { addin: env.ADDIN_ORIGIN ?? LOCAL_ORIGIN, benchmark: '' };
    return extension(mode, folderOf(env, mode, mode === 'production' ? '' : 'extension'), origins);
  },
};

/** `--env target=` chooses what is built: the pane in production, the pane and the sandbox for this computer otherwise. */
export default function builds(env = {}, { mode = 'production' } = {}) {
  const target = env.target ?? (mode === 'production' ? 'addin' : 'local');
  return TARGETS[target](mode === 'production' ? { ...process.env, ...env } : env, mode);
}
