#!/usr/bin/env node
import './fit-node.cjs';
import { runCommand } from './run-command';

await runCommand(process.argv.slice(2));
