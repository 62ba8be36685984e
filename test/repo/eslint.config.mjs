import { readFileSync } from 'node:fs';
import officeAddins from 'eslint-plugin-office-addins';
import tseslint from 'typescript-eslint';

const rooms = JSON.parse(readFileSync(new URL('rooms.json', import.meta.url), 'utf8'));

const hostGlobals = ['Excel', 'Office', 'OfficeExtension'].map((name) => ({
  name,
  message: 'Only src/excel and src/addin know Office.js; everything else goes through a port.',
}));
const extensionGlobal = {
  name: 'chrome',
  message: 'Only src/extension and src/addin/captured-evidence.ts know the browser’s extension interface.',
};
const worldGlobals = [
  ['fetch', 'crypto', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'process', 'Buffer'],
  ['document', 'window', 'navigator', 'location', 'localStorage', 'sessionStorage', 'performance', 'console'],
]
  .flat()
  .map((name) => ({ name, message: 'A pure room takes the outside world as a parameter.' }));
const worldCalls = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Take the day or the clock as a parameter.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the day or the clock as a parameter.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Take random bytes as a parameter.',
  },
];

const classicZod = {
  regex: '^zod(/v4)?$',
  message: 'Browsers load zod/mini; classic zod costs 16 KB and probes eval.',
};
const noNode = { regex: '^node:', message: 'A browser loads this room.' };
const noOffice = {
  regex: '^@microsoft/office-js',
  message: 'The hosted Office.js is loaded by the page, never bundled.',
};
const noUi = { regex: '^(react|react-dom|@fluentui)(/|$)', message: 'Only the pane and its entries draw.' };

const noService = { regex: '(^|/)service(/|$)', message: 'A browser talks to the service over HTTP.' };
const browserOnly = [classicZod, noNode, noService, noOffice];

/** Imports of every other room that this room may not reach, as one pattern on relative paths. */
function foreignRooms(room) {
  const allowed = rooms.mayImport[room];
  const banned = Object.keys(rooms.mayImport).filter((other) => other !== room && !allowed.includes(other));
  if (banned.length === 0) return [];
  const files = allowed.filter((path) => path.includes('/'));
  const except = files.length === 0 ? '' : `(?!.*/(${files.join('|')})$)`;
  return [
    {
      regex: `^${except}(\\.\\./)+(${banned.join('|')})(/|$)`,
      message: `src/${room} may import: ${allowed.join(', ') || 'no other room'}.`,
    },
  ];
}

/** Type-only imports are held to the same direction, so the base rule of ESLint is enough. */
const importRule = (patterns) => ({ 'no-restricted-imports': ['error', { patterns }] });

const roomRules = Object.keys(rooms.mayImport).map((room) => {
  const pure = rooms.pure.includes(room);
  const browser = pure || rooms.browser.includes(room);
  return {
    files: [`src/${room}/**/*.{ts,tsx}`],
    rules: {
      ...importRule([
        ...foreignRooms(room),
        ...(browser ? [classicZod, noNode] : []),
        ...(room === 'pane' || pure || room === 'xlsx' ? [noOffice] : []),
        ...(pure || room === 'excel' || room === 'xlsx' || room === 'service' ? [noUi] : []),
      ]),
      'no-restricted-globals': [
        'error',
        ...(room === 'excel' || room === 'addin' ? [] : hostGlobals),
        ...(room === 'extension' ? [] : [extensionGlobal]),
        ...(pure ? worldGlobals : []),
      ],
      'no-restricted-syntax': ['error', ...(pure ? worldCalls : [])],
    },
  };
});

const officeRules = Object.fromEntries(
  [
    'call-sync-after-load',
    'call-sync-before-read',
    'load-object-before-read',
    'no-context-sync-in-loop',
    'no-empty-load',
    'no-navigational-load',
    'no-office-initialize',
    'test-for-null-using-isNullObject',
  ].map((rule) => [`office-addins/${rule}`, 'error']),
);

export default tseslint.config(
  { ignores: ['node_modules/**', 'dist/**', '.cache/**', 'data/**', 'docs/**'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strict],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
    },
  },
  ...roomRules,
  { files: ['src/excel/**/*.ts'], plugins: { 'office-addins': officeAddins }, rules: officeRules },
  {
    files: ['src/sandbox/{page,host}/**/*.ts'],
    rules: importRule([...foreignRooms('sandbox'), ...browserOnly]),
  },
  { files: ['src/addin/**/*.tsx'], rules: importRule([...foreignRooms('addin'), ...browserOnly]) },
  {
    files: [
      'src/cli/**/*.ts',
      'src/sandbox/*.ts',
      'src/addin/sideload.ts',
      'src/addin/local/*.ts',
      'test/bench/**/*.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-console': 'off',
    },
  },
);
