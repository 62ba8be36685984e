import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';

/** Puts pictures into a palette of 256 colours, through pngquant; says so where there is none. Returns their bytes. */
export function shrink(files: readonly string[]): number {
  try {
    execFileSync('pngquant', ['--force', '--ext', '.png', '--skip-if-larger', '--strip', '--', ...files]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      console.error('pngquant is not installed: the pictures stay three times as large as they need to be.');
    } else if ((error as { status?: number }).status !== SKIPPED_LARGER) throw error;
  }
  return files.reduce((sum, file) => sum + statSync(file).size, 0);
}

/** pngquant's exit code when some file would have grown. */
const SKIPPED_LARGER = 98;
