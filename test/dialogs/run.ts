import { DialogClient } from './client.js';
import { parseDialog } from './dialog-file.js';
import { startScriptedServer } from './scripted-server.js';

/** A dialog that moves no more has failed; every one that is right ends long before. */
const STUCK_AFTER_MS = 15_000;

/**
 * Plays a dialog between the engine and a scripted server.
 *
 * @param text the dialog file; `$PORT` in it stands for the server's port
 * @throws {Error} the first thing that was not as written, with its line
 */
export async function runDialog(text: string): Promise<void> {
  const server = await startScriptedServer((port) => parseDialog(text.replaceAll('$PORT', String(port))));
  const client = new DialogClient(server.dialog, server.port);
  let step = 'before the first step';
  let timer: NodeJS.Timeout | undefined;
  const stuck = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing moves any more: ${step}; ${server.where()}`)), STUCK_AFTER_MS);
  });
  const work = async (): Promise<void> => {
    let begun: Promise<void>[] = [];
    for (const each of server.dialog.steps) {
      step = `the client stands at line ${each.line}`;
      begun.push(client.step(each));
      if (each.together) continue;
      // A script that went wrong explains more than the client's own trouble that follows from it.
      await Promise.all(begun).catch(async (error: Error) => {
        throw (await server.fault()) ?? error;
      });
      begun = [];
    }
    step = 'the client is done';
    client.close();
    await server.played;
  };
  try {
    await Promise.race([work(), stuck]);
  } finally {
    clearTimeout(timer);
    client.close();
    server.stop();
  }
}
