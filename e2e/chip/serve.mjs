// @ts-check
// The boards as a program: it reads requests from standard input and writes answers to standard output.

import fs from 'node:fs';
import readline from 'node:readline';
import { answer, provide } from './boards.mjs';

provide((file) => fs.readFileSync(file));
for await (const line of readline.createInterface({ input: process.stdin })) process.stdout.write(`${answer(line)}\n`);
