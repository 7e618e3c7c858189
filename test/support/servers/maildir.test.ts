import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { watchMaildir } from './maildir.js';

const added = new Map([
  ['return-path', 1],
  ['delivered-to', 1],
  ['envelope-to', 1],
  ['received', 1],
]);

describe('a watched maildir', () => {
  let folder: string;
  let delivered: ReturnType<typeof watchMaildir>;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'comail-maildir-'));
    delivered = watchMaildir(folder, added);
  });
  afterEach(() => rm(folder, { recursive: true }));

  const put = async (name: string, text: string): Promise<void> => {
    await mkdir(join(folder, 'new'), { recursive: true });
    await writeFile(join(folder, 'new', name), text);
  };

  test('is empty before the server has made it', async () => {
    expect(await delivered()).toEqual([]);
  });

  test('gives the message without the fields that the server put before it', async () => {
    await put('1', 'Return-Path: <a@x>\nDelivered-To: b@x\nReceived: from c\n\tby d\nSubject: hi\n\nbody\n');
    expect(await delivered()).toEqual([
      { envelopeFrom: 'a@x', envelopeTo: 'b@x', raw: Buffer.from('Subject: hi\n\nbody\n') },
    ]);
  });

  test('keeps fields of the same names that the sender wrote', async () => {
    await put('1', 'Delivered-To: b@x\nReceived: by d\nReceived: mine\nReturn-Path: mine\n\n');
    const [copy] = await delivered();
    expect(copy?.raw.toString()).toBe('Received: mine\nReturn-Path: mine\n\n');
    expect(copy?.envelopeFrom).toBe('');
  });

  test('never takes anything from a body, even without a header', async () => {
    await put('1', 'Delivered-To: b@x\n\nReceived: in the body\n');
    expect((await delivered())[0]?.raw.toString()).toBe('\nReceived: in the body\n');
  });

  test('gives one entry for each recipient of a file, and new files as they come', async () => {
    await put('1', 'Envelope-to: b@x, c@x,\n d@x\nSubject: hi\n\n');
    expect((await delivered()).map((copy) => copy.envelopeTo)).toEqual(['b@x', 'c@x', 'd@x']);
    await put('2', 'Delivered-To: e@x\nSubject: hi\n\n');
    expect(await delivered()).toHaveLength(4);
  });

  test('refuses a file that names no recipient', async () => {
    await put('1', 'Subject: hi\n\n');
    await expect(delivered()).rejects.toThrow(/no envelope recipient/);
  });
});
