// Starting the other programs of this experiment.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Starts a program of this folder on the same Node and resolves when it has said that it is ready. */
export async function launch(program, args) {
  const path = fileURLToPath(new URL(program, import.meta.url));
  const child = spawn(process.execPath, [path, ...args.filter((arg) => arg !== undefined)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
  });
  await once(child.stdout, 'readable');
  child.stdout.read(6);
  return child;
}

/**
 * Starts the idle process.
 *
 * @returns {Promise<{ ask: () => Promise<{ worst: number, over: number }>, dismiss: () => void }>} ask ends its watch,
 *   answers what it saw and begins the next
 */
export async function callWitness() {
  const child = await launch('witness.mjs', []);
  const lines = createInterface({ input: child.stdout });
  return {
    ask: async () => {
      child.stdin.write('tell\n');
      const [line] = await once(lines, 'line');
      return JSON.parse(line);
    },
    dismiss: () => child.stdin.end(),
  };
}

/** Lets a neighbour end by itself and answers how much it wrote. */
export async function dismiss(neighbour) {
  let said = '';
  neighbour.stdout.on('data', (chunk) => {
    said += chunk;
  });
  neighbour.stdin.end();
  await once(neighbour, 'close');
  return Number(said);
}
