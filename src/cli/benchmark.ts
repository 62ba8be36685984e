import './fit-node.cjs';
import { runCommand } from './run-command';

// The operator's commands by a file of their own, as a unit or a container in the project's folder starts them.
await runCommand(['benchmark', ...process.argv.slice(2)]);
