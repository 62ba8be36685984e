/** Whether a version of Node has SQLite of its own without a flag: 22.13 and 23.4 were the first (nodejs.org/api/sqlite.html). */
export function hasSqlite(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= 24 || (major === 23 && minor >= 4) || (major === 22 && minor >= 13);
}
