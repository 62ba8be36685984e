import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import CopyPlugin from 'copy-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';
import { tsImport } from 'tsx/esm/api';
import webpack from 'webpack';

const root = dirname(fileURLToPath(import.meta.url));
const { wordsOf } = await tsImport('./src/words/words.ts', import.meta.url);
const { manifestFor, withoutLocalhost } = await tsImport('./src/addin/manifest.ts', import.meta.url);
const { LOCAL_ORIGIN, productionOrigins } = await tsImport('./src/addin/origins.ts', import.meta.url);
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

/** What every build shares. `name` tells their caches apart. */
function common(name, mode, out) {
  return {
    name,
    mode,
    target: ['web', 'es2022'],
    context: root,
    devtool: mode === 'production' ? false : 'source-map',
    cache: { type: 'filesystem', buildDependencies: { config: [fileURLToPath(import.meta.url)] } },
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
        {
          // Content is data, not script: a file of its own, fetched when it is needed.
          test: /\.json$/,
          include: [localesFolder, join(root, 'rubric')],
          type: 'asset/resource',
          generator: { filename: 'content/[name].[contenthash][ext]' },
        },
      ],
    },
    output: {
      path: out,
      filename: mode === 'production' ? '[name].[contenthash].js' : '[name].js',
      chunkFilename: mode === 'production' ? '[name].[contenthash].js' : '[name].js',
      clean: true,
    },
    optimization: { moduleIds: 'deterministic', chunkIds: mode === 'production' ? 'deterministic' : 'named' },
    performance: false,
  };
}

/** The task pane as any static host serves it: pages, scripts, icons and the manifest. */
function pane(mode, out, origins) {
  const page = (name, chunks) =>
    new HtmlPlugin({
      filename: `${name}.html`,
      template: join(root, `src/addin/${name}.html`),
      templateParameters: { words },
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
 * Production: the pane for the origins in ADDIN_ORIGIN and BENCHMARK_ORIGIN (environment or --env), into dist.
 * Development: the pane for this computer and the sandbox around it, into .cache/local. `--env out=` names another place.
 */
export default function builds(env = {}, { mode = 'production' } = {}) {
  if (mode !== 'production') {
    const out = resolve(root, env.out ?? '.cache/local');
    const origins = { addin: env.ADDIN_ORIGIN ?? LOCAL_ORIGIN, benchmark: '' };
    return [pane(mode, join(out, 'pane'), origins), sandbox(mode, join(out, 'sandbox'))];
  }
  const origins = orStop(productionOrigins({ ...process.env, ...env }, words));
  return pane(mode, resolve(root, env.out ?? 'dist'), origins);
}
