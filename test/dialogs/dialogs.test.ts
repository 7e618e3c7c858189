import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runDialog } from './run.js';

const folder = new URL('./', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.txt') && file !== 'README.txt')
  .map((file) => file.slice(0, -4))
  .sort();

const read = (name: string): string => readFileSync(new URL(`${name}.txt`, folder), 'utf8');

describe('wire dialogs', () => {
  for (const name of names) {
    const text = read(name);
    test.concurrent(`${name}: ${text.slice(0, text.indexOf('\n'))}`, () => runDialog(text));
  }
});

describe('the runner itself', () => {
  const plain = read('greeting-one-line');

  test('fails when the client says something else', async () => {
    await expect(runDialog(plain.replace('C: EHLO client.example', 'C: EHLO other.example'))).rejects.toThrow(
      /expected EHLO other\.example\nbut got EHLO client\.example/,
    );
  });

  test('fails when the outcome is another', async () => {
    await expect(runDialog(plain.replace('connect -> ok', 'connect -> dropped'))).rejects.toThrow(/came to ok/);
    await expect(runDialog(plain.replace('code=221', 'code=250'))).rejects.toThrow(/code=250, but it is 221/);
  });

  test('fails when the client sends more than the script has, or less', async () => {
    await expect(runDialog(plain.slice(0, plain.indexOf('C: QUIT')))).rejects.toThrow(
      /expected the end of the connection/,
    );
    await expect(runDialog(plain.replace('C: QUIT', 'C: NOOP\nS: 250 OK\nC: QUIT'))).rejects.toThrow(/expected NOOP/);
  });

  test('fails when the client sends ahead of a reply that it must wait for', async () => {
    const ahead = read('send-pipelined').replace(
      'C: RCPT TO:<bob@example.org>',
      '<quiet>\nC: RCPT TO:<bob@example.org>',
    );
    await expect(runDialog(ahead)).rejects.toThrow(/a client that waits/);
  });

  test('fails when a body arrives otherwise than it should', async () => {
    const other = read('send-in-lock-step')
      .replace('<body letter>', '<body other>')
      .replace('body letter', 'body other "x"\nbody letter');
    await expect(runDialog(other)).rejects.toThrow(/but got/);
  });

  test('refuses a file without a citation, with a line it does not know, or with half a quote', async () => {
    await expect(runDialog('Something.\n\n---\nS: 220\n')).rejects.toThrow(/names no RFC section/);
    await expect(runDialog(`${plain}Z: what\n`)).rejects.toThrow(/not a line of a script/);
    await expect(runDialog(plain.replace('connect', 'body x "y\nconnect'))).rejects.toThrow(/quote that does not end/);
  });
});
