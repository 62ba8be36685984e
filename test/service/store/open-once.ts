import { openStore } from '../../../src/service/store/open-store';
import { rubric, words } from '../../submission/fixtures';

/** Run by a test in a process of its own: opens the store in the given directory and says how that went. */
const store = await openStore({ directory: process.argv[2] ?? '' }, [rubric], words);
process.stdout.write(store.ok ? 'opened' : store.failure.code);
if (store.ok) await store.value.close();
