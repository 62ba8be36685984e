/** What of the project's own manifest the package of the command line takes. */
export interface ProjectManifest {
  readonly version: string;
  readonly license: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** The native engine of the store cannot be bundled; without it everything but the service's commands works. */
export const NOT_BUNDLED = 'better-sqlite3';

/** Where the build puts the command, in the folder of the package. */
export const COMMAND_FILE = 'jsp-maturity.mjs';

/** The manifest of the package: the command, and nothing to install but what the bundle cannot hold. */
export function packageManifest({ version, license, ...project }: ProjectManifest): object {
  const engine = project.optionalDependencies?.[NOT_BUNDLED] ?? project.dependencies[NOT_BUNDLED];
  return {
    name: 'jsp-maturity',
    version,
    description:
      'Scores workbooks of the JSP Maturity Benchmark, sends their rows, and runs the benchmark service.',
    license,
    private: true,
    type: 'module',
    // Under 24 the commands of the service refuse by themselves; the others run.
    engines: { node: '>=20.19' },
    bin: { 'jsp-maturity': COMMAND_FILE },
    ...(engine === undefined ? {} : { optionalDependencies: { [NOT_BUNDLED]: engine } }),
  };
}
