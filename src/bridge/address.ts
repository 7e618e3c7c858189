import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { thisProcess } from '../base/index.js';
import { replaceFile } from '../subsystem/index.js';

/** Where a service is, and what proves it. docs/protocol.md */
export interface BridgeAddress {
  /** The port at 127.0.0.1. */
  readonly port: number;
  /** The 32 bytes that both sides know. */
  readonly secret: Buffer;
  /** The process of the service. */
  readonly process: string;
}

const FORM = 1;

/** A new secret. */
export const newSecret = (): Buffer => randomBytes(32);

/**
 * Tells the user's programs where the service is. Nobody else can read it, and nobody ever sees half of it.
 *
 * @param path the file
 * @param port the port
 * @param secret the secret
 */
export function writeAddress(path: string, port: number, secret: Buffer): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const words = [`comail-bridge ${FORM}`, `port ${port}`, `secret ${secret.toString('hex')}`, `process ${thisProcess}`];
  replaceFile(path, `${words.join('\n')}\n`, 0o600);
  // A umask could only have taken rights away; that of an older file does not count.
  chmodSync(path, 0o600);
}

/**
 * Reads where a service is.
 *
 * @param path the file
 * @returns null when there is no file, or one of another form
 */
export function readAddress(path: string): BridgeAddress | null {
  let text: string;
  try {
    text = readFileSync(path, 'latin1');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const words = new Map(text.split('\n').map((line) => line.split(' ', 2) as [string, string]));
  const port = Number(words.get('port'));
  const secret = words.get('secret') ?? '';
  if (words.get('comail-bridge') !== String(FORM) || !/^[0-9a-f]{64}$/.test(secret)) return null;
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return null;
  return { port, secret: Buffer.from(secret, 'hex'), process: words.get('process') ?? '' };
}

/**
 * Takes the file away, unless another service has written it meanwhile.
 *
 * @param path the file
 * @param secret what it must hold
 */
export function removeAddress(path: string, secret: Buffer): void {
  if (readAddress(path)?.secret.equals(secret)) rmSync(path, { force: true });
}
