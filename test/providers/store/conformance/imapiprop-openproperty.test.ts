import { describe, expect, test } from 'vitest';
import {
  ISequentialStream,
  IStream,
  ok,
  S_FALSE,
  S_OK,
  STG_E_ACCESSDENIED,
  STG_E_REVERTED,
  STGM_READ,
  STGM_READWRITE,
  STGM_WRITE,
} from '../../../../src/com/index.js';
import {
  IMAPITable,
  IMessage,
  KEEP_OPEN_READWRITE,
  MAPI_CREATE,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_NOT_ENOUGH_MEMORY,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_MODIFY,
  MAPI_UNICODE,
  PR_ATTACH_DATA_BIN,
  PR_ATTACH_NUM,
  PR_BODY_A,
  PR_BODY_W,
  PR_DISPLAY_NAME_W,
  PR_DISPLAY_TO_W,
  PR_IMPORTANCE,
  PR_MESSAGE_ATTACHMENTS,
  PR_MESSAGE_CODEPAGE,
  PR_MESSAGE_RECIPIENTS,
  PR_SUBJECT_A,
  PR_SUBJECT_W,
  type PropTag,
  PT_BINARY,
  PT_OBJECT,
  PT_UNSPECIFIED,
  prop,
  propId,
  propTag,
  STREAM_APPEND,
} from '../../../../src/mapi/index.js';
import { useLedger } from '../../../support/ledger.js';
import { messageOf, newPath, newStore, propOf, recipient, rowsOf } from '../mailbox/stores.js';
import { again, attach, drain, entryIdOf, newMessage, pour, savedMessage } from './messages.js';

useLedger();

const blob: PropTag<Uint8Array> = propTag(PT_BINARY, 0x6801);
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const wide = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));

describe('IMAPIProp::OpenProperty of a message', () => {
  test('S_OK: reads what is too large for GetProps as a stream', async () => {
    using store = await newStore();
    const body = 'Grüße aus Łódź. '.repeat(5000);
    using message = await savedMessage(store, prop(PR_BODY_W, body));
    expect((await ok(message.GetProps([PR_BODY_W]))).error(0)).toBe(MAPI_E_NOT_ENOUGH_MEMORY);
    using stored = await again(store, message, 0);
    for (const object of [message, stored]) expect(await drain(object, PR_BODY_W)).toEqual(wide(body));
  });

  test('text opens in either width; the 8-bit bytes are those of the code page', async () => {
    using store = await newStore();
    using message = await savedMessage(store, prop(PR_MESSAGE_CODEPAGE, 1250), prop(PR_BODY_W, 'Łódź'));
    expect(await drain(message, PR_BODY_A)).toEqual(Uint8Array.of(0xa3, 0xf3, 0x64, 0x9f));
    await pour(message, PR_BODY_A, Uint8Array.of(0x9f, 0x64));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    expect(await propOf(message, PR_BODY_W)).toBe('źd');
  });

  test('MAPI_E_NOT_FOUND: it does not exist and MAPI_CREATE is not set', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    for (const flags of [0, MAPI_MODIFY])
      expect((await message.OpenProperty(blob, IStream, STGM_READWRITE, flags))[0]).toBe(MAPI_E_NOT_FOUND);
    expect((await message.OpenProperty(propTag(PT_OBJECT, 0x6802), IMAPITable, 0))[0]).toBe(MAPI_E_NOT_FOUND);
  });

  test('MAPI_CREATE makes a property, and discards the value of one that exists', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    await pour(message, blob, bytes('long value'));
    await pour(message, blob, bytes('short'));
    expect(await drain(message, blob)).toEqual(bytes('short'));
    {
      using stream = await ok(message.OpenProperty(blob, IStream, STGM_WRITE, MAPI_CREATE | MAPI_MODIFY));
      expect((await ok(stream.Stat())).cbSize).toBe(0n);
    }
    expect(await propOf(message, blob)).toHaveLength(0);
  });

  test('MAPI_CREATE without MAPI_MODIFY is MAPI_E_INVALID_PARAMETER', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    expect((await message.OpenProperty(blob, IStream, STGM_WRITE, MAPI_CREATE))[0]).toBe(MAPI_E_INVALID_PARAMETER);
  });

  test('MAPI_MODIFY is what lets a stream write; without it the stream only reads', async () => {
    using store = await newStore();
    using message = await savedMessage(store, prop(blob, bytes('abc')));
    {
      using reader = await ok(message.OpenProperty(blob, IStream, STGM_READ));
      expect((await reader.Write(bytes('x')))[0]).toBe(STG_E_ACCESSDENIED);
      expect(await reader.SetSize(0)).toBe(STG_E_ACCESSDENIED);
    }
    using writer = await ok(message.OpenProperty(blob, IStream, STGM_READWRITE, MAPI_MODIFY));
    await ok(writer.Write(bytes('x')));
    expect(await propOf(message, blob)).toEqual(bytes('xbc'));
  });

  test('STREAM_APPEND begins to write at the end', async () => {
    using store = await newStore();
    using message = await savedMessage(store, prop(blob, bytes('abc')));
    using stream = await ok(message.OpenProperty(blob, IStream, STGM_WRITE, MAPI_MODIFY | STREAM_APPEND));
    await ok(stream.Write(bytes('def')));
    expect(await propOf(message, blob)).toEqual(bytes('abcdef'));
  });

  test('MAPI_E_NO_ACCESS: to modify in a read-only message, or what the store keeps itself', async () => {
    using store = await newStore();
    using message = await savedMessage(store, prop(blob, bytes('abc')));
    using reader = await again(store, message, 0);
    expect((await reader.OpenProperty(blob, IStream, STGM_WRITE, MAPI_MODIFY))[0]).toBe(MAPI_E_NO_ACCESS);
    expect((await message.OpenProperty(PR_DISPLAY_TO_W, IStream, STGM_WRITE, MAPI_MODIFY | MAPI_CREATE))[0]).toBe(
      MAPI_E_NO_ACCESS,
    );
  });

  test('MAPI_E_INTERFACE_NOT_SUPPORTED: the property has another interface', async () => {
    using store = await newStore();
    using message = await savedMessage(store, prop(blob, bytes('abc')), prop(PR_IMPORTANCE, 1));
    expect((await message.OpenProperty(PR_IMPORTANCE, IStream, 0))[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
    expect((await message.OpenProperty(blob, IMessage, 0))[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
    expect((await message.OpenProperty(PR_MESSAGE_RECIPIENTS, IStream, 0))[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
  });

  test('MAPI_E_INVALID_PARAMETER: PT_UNSPECIFIED, or no interface; MAPI_E_UNKNOWN_FLAGS: an unknown flag', async () => {
    using store = await newStore();
    using message = await savedMessage(store, prop(blob, bytes('abc')));
    const any = (tag: PropTag): PropTag => propTag(PT_UNSPECIFIED, propId(tag));
    expect((await message.OpenProperty(any(blob), IStream, 0))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect((await message.OpenProperty(any(PR_MESSAGE_RECIPIENTS), IMAPITable, 0))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect((await message.OpenProperty(blob, null as never, 0))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect((await message.OpenProperty(blob, IStream, 0, 0x100))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    expect((await message.OpenProperty(PR_MESSAGE_RECIPIENTS, IMAPITable, 0, 0x100))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
  });

  test('MAPI_DEFERRED_ERRORS is taken; ISequentialStream serves as well', async () => {
    using store = await newStore();
    using message = await savedMessage(store, prop(blob, bytes('abc')));
    using stream = await ok(message.OpenProperty(blob, ISequentialStream, 0, MAPI_DEFERRED_ERRORS));
    expect(await ok(stream.Read(3))).toEqual(bytes('abc'));
  });

  test('the tables of recipients and attachments open as IMAPITable', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    await ok(message.ModifyRecipients(0, [recipient('Ann')]));
    await attach(message, prop(PR_ATTACH_DATA_BIN, bytes('a')));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    using recipients = await ok(message.OpenProperty(PR_MESSAGE_RECIPIENTS, IMAPITable, MAPI_UNICODE));
    expect(await rowsOf(recipients, [PR_DISPLAY_NAME_W])).toEqual([['Ann']]);
    using attachments = await ok(message.OpenProperty(PR_MESSAGE_ATTACHMENTS, IMAPITable, MAPI_UNICODE));
    expect(await rowsOf(attachments, [PR_ATTACH_NUM])).toEqual([[0]]);
  });
});

describe('A property stream and the transaction of its message', () => {
  test('what is written is seen by its message at once, and by others after Commit and SaveChanges', async () => {
    using store = await newStore();
    using message = await savedMessage(store, prop(PR_SUBJECT_W, 's'));
    using stream = await ok(message.OpenProperty(blob, IStream, STGM_WRITE, MAPI_CREATE | MAPI_MODIFY));
    await ok(stream.Write(bytes('abc')));
    await ok(stream.Commit(0));
    expect(await propOf(message, blob)).toEqual(bytes('abc'));
    {
      using other = await again(store, message, 0);
      expect(await propOf(other, blob)).toBeNull();
    }
    expect(await message.SaveChanges(KEEP_OPEN_READWRITE)).toBe(S_OK);
    using other = await again(store, message, 0);
    expect(await propOf(other, blob)).toEqual(bytes('abc'));
  });

  test('a stream may write on after a save: another save makes it permanent', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    using stream = await ok(message.OpenProperty(blob, IStream, STGM_WRITE, MAPI_CREATE | MAPI_MODIFY));
    await ok(stream.Write(bytes('abc')));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    await ok(stream.Write(bytes('def')));
    {
      using other = await again(store, message, 0);
      expect(await propOf(other, blob)).toEqual(bytes('abc'));
    }
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    using other = await again(store, message, 0);
    expect(await propOf(other, blob)).toEqual(bytes('abcdef'));
  });

  test('SetProps and DeleteProps take the property away from the stream: STG_E_REVERTED', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    for (const step of [() => message.SetProps([prop(blob, bytes('x'))]), () => message.DeleteProps([blob])]) {
      using stream = await ok(message.OpenProperty(blob, IStream, STGM_WRITE, MAPI_CREATE | MAPI_MODIFY));
      await ok(stream.Write(bytes('abc')));
      await ok(step());
      expect((await stream.Write(bytes('d')))[0]).toBe(STG_E_REVERTED);
    }
  });

  test('Seek, SetSize, Stat, Clone and reading past the end behave as IStream tells', async () => {
    using store = await newStore();
    using message = await newMessage(store);
    using stream = await ok(message.OpenProperty(blob, IStream, STGM_READWRITE, MAPI_CREATE | MAPI_MODIFY));
    await ok(stream.Write(bytes('abcdef')));
    await ok(stream.Seek(2n, 0));
    using clone = await ok(stream.Clone());
    expect(await ok(clone.Read(2))).toEqual(bytes('cd'));
    expect((await stream.Read(10))[0]).toBe(S_FALSE);
    await ok(stream.SetSize(3));
    expect((await ok(stream.Stat())).cbSize).toBe(3n);
    await ok(stream.SetSize(5));
    await ok(stream.Seek(0, 0));
    expect(await ok(stream.Read(5))).toEqual(bytes('abc\0\0'));
  });

  test('a large value is written anywhere, moved to a file and back, and survives its store being closed', async () => {
    const path = newPath();
    const model = new Uint8Array(700_000).map((_, n) => n % 251);
    let entryId: Uint8Array;
    {
      using store = await newStore(path);
      using message = await newMessage(store);
      using stream = await ok(message.OpenProperty(blob, IStream, STGM_READWRITE, MAPI_CREATE | MAPI_MODIFY));
      await ok(stream.Write(model));
      model.set([9, 9, 9], 5);
      await ok(stream.Seek(5n, 0));
      await ok(stream.Write(Uint8Array.of(9, 9, 9)));
      await ok(message.SaveChanges(KEEP_OPEN_READWRITE));

      entryId = await entryIdOf(message);
    }
    using store = await newStore(path);

    using stored = await messageOf(store, entryId, 0);
    expect(Buffer.compare(await drain(stored, blob), model)).toBe(0);
  });
});

describe('A property that has a column of its own', () => {
  test.each([
    ['in Unicode', PR_SUBJECT_W, Buffer.from('by stream', 'utf16le')],
    ['in 8 bits', PR_SUBJECT_A, Buffer.from('by stream')],
  ])('is read and written as a stream, too: %s', async (_, tag, written) => {
    using store = await newStore();
    using message = await savedMessage(store, prop(PR_SUBJECT_W, 'old'));
    await pour(message, tag, written);
    expect(await propOf(message, PR_SUBJECT_W)).toBe('by stream');
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    using stored = await again(store, message, 0);
    expect(await propOf(stored, PR_SUBJECT_W)).toBe('by stream');
    expect(await drain(stored, tag)).toEqual(new Uint8Array(written));
  });
});
