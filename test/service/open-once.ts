import { jspRubric, words } from '../submission/fixtures';
import { openSqliteStore } from '../../src/service/store/sqlite-store';

/** Run by a test in a process of its own: opens the store in the given directory and says how that went. */
const store = openSqliteStore(process.argv[2] ?? '', [jspRubric()], words);
process.stdout.write(store.ok ? 'opened' : store.failure.code);
if (store.ok) void store.value.close();
