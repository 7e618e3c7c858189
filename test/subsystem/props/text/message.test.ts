import { describe, expect, test } from 'vitest';
import { IStream, ok, STGM_WRITE } from '../../../../src/com/index.js';
import {
  KEEP_OPEN_READWRITE,
  MAPI_CREATE,
  MAPI_E_COMPUTED,
  MAPI_MODIFY,
  MAPI_UNICODE,
  PR_BODY_W,
  PR_CONVERSATION_INDEX,
  PR_CONVERSATION_TOPIC_W,
  PR_HTML,
  PR_INTERNET_CPID,
  PR_NORMALIZED_SUBJECT_W,
  PR_RTF_COMPRESSED,
  PR_RTF_IN_SYNC,
  PR_RTF_SYNC_BODY_COUNT,
  PR_RTF_SYNC_BODY_TAG_W,
  PR_SUBJECT_PREFIX_W,
  PR_SUBJECT_W,
  type PropValue,
  prop,
} from '../../../../src/mapi/index.js';
import {
  compressRtf,
  contentsOfRtf,
  decompressRtf,
  deriveMessage,
  type MemoryRecord,
  messageRules,
  rtfOfText,
  textOfHtml,
} from '../../../../src/subsystem/index.js';
import { contents, open, recordOf } from '../objects.js';

const now = 0x01d5_1234_5678_9abcn;
const message = (record?: MemoryRecord) =>
  open(record, { rules: messageRules, derive: (view) => deriveMessage(view, now) });
const html = (text: string): Uint8Array => Buffer.from(`<html><body>${text}</body></html>`);

describe('The subject of a message', () => {
  test('is divided when it is saved, and read divided before', async () => {
    const record = recordOf();
    using object = message(record);
    await ok(object.SetProps([prop(PR_SUBJECT_W, 'RE: lunch')]));
    expect([...(await ok(object.GetProps([PR_NORMALIZED_SUBJECT_W])))]).toEqual(['lunch']);
    await ok(object.SaveChanges(KEEP_OPEN_READWRITE));
    expect(contents(record)).toMatchObject({ '003d001f': 'RE: ', '0e1d001f': 'lunch', '0070001f': 'lunch' });
    await ok(object.SetProps([prop(PR_SUBJECT_W, 'supper')]));
    await ok(object.SaveChanges(KEEP_OPEN_READWRITE));
    const row = await ok(object.GetProps([PR_SUBJECT_PREFIX_W, PR_NORMALIZED_SUBJECT_W, PR_CONVERSATION_TOPIC_W]));
    expect([...row]).toEqual([null, 'supper', 'lunch']);
  });

  test('takes a prefix that was set before the subject', async () => {
    using object = message();
    await ok(object.SetProps([prop(PR_SUBJECT_PREFIX_W, 'Antwort: ')]));
    await ok(object.SetProps([prop(PR_SUBJECT_W, 'Antwort: Essen')]));
    await ok(object.SaveChanges());
    expect([...(await ok(object.GetProps([PR_SUBJECT_PREFIX_W, PR_NORMALIZED_SUBJECT_W])))]).toEqual([
      'Antwort: ',
      'Essen',
    ]);
  });

  test('PR_NORMALIZED_SUBJECT is computed: MAPI_E_COMPUTED', async () => {
    using object = message();
    const [problem] = await ok(object.SetProps([prop(PR_NORMALIZED_SUBJECT_W, 'x')]));
    expect(problem?.scode).toBe(MAPI_E_COMPUTED);
  });

  test('a message without a conversation index begins one; one with an index keeps it', async () => {
    using fresh = message();
    await ok(fresh.SaveChanges());
    expect((await ok(fresh.GetProps([PR_CONVERSATION_INDEX])))[0]).toHaveLength(22);
    using reply = message();
    await ok(reply.SetProps([prop(PR_CONVERSATION_INDEX, new Uint8Array(27).fill(1))]));
    await ok(reply.SaveChanges());
    expect((await ok(reply.GetProps([PR_CONVERSATION_INDEX])))[0]).toEqual(new Uint8Array(27).fill(1));
  });
});

describe('The body of a message', () => {
  const forms = [PR_BODY_W, PR_HTML, PR_RTF_COMPRESSED] as const;

  test('written as text can be had as HTML and RTF', async () => {
    using object = message();
    await ok(object.SetProps([prop(PR_BODY_W, 'Grüße aus Łódź')]));
    const [text, markup, rtf] = [...(await ok(object.GetProps(forms)))];
    expect(text).toBe('Grüße aus Łódź');
    expect(textOfHtml(Buffer.from(markup as Uint8Array).toString())).toBe('Grüße aus Łódź');
    expect(contentsOfRtf(decompressRtf(rtf as Uint8Array)).text).toBe('Grüße aus Łódź');
    expect((await ok(object.GetProps([PR_RTF_IN_SYNC])))[0]).toBe(true);
  });

  test('written as HTML can be had as text and RTF, in its code page', async () => {
    using object = message();
    const source = '<p>Łódź</p>';
    await ok(
      object.SetProps([prop(PR_INTERNET_CPID, 28592), prop(PR_HTML, Buffer.from('<p>\xa3\xf3d\xbc</p>', 'latin1'))]),
    );
    const [text, , rtf] = [...(await ok(object.GetProps(forms)))];
    expect(text).toBe('Łódź');
    expect(contentsOfRtf(decompressRtf(rtf as Uint8Array))).toMatchObject({ mode: 'html', text: source });
  });

  test('written as RTF can be had as text and HTML', async () => {
    using object = message();
    await ok(object.SetProps([prop(PR_RTF_COMPRESSED, compressRtf(rtfOfText('from RTF')))]));
    const [text, markup] = [...(await ok(object.GetProps(forms)))];
    expect(text).toBe('from RTF');
    expect(textOfHtml(Buffer.from(markup as Uint8Array).toString())).toBe('from RTF');
  });

  test('several forms written together are kept as they are', async () => {
    const record = recordOf();
    using object = message(record);
    await ok(object.SetProps([prop(PR_BODY_W, 'plain')]));
    await ok(object.SetProps([prop(PR_HTML, html('rich'))]));
    await ok(object.SaveChanges());
    const [text, markup] = [...(await ok(object.GetProps(forms)))];
    expect([text, Buffer.from(markup as Uint8Array)]).toEqual(['plain', html('rich')]);
  });

  test('a new form replaces the old ones, at once for the reader and with the save in the store', async () => {
    const record = recordOf(prop(PR_BODY_W, 'old'), prop(PR_RTF_COMPRESSED, compressRtf(rtfOfText('old'))));
    using object = message(record);
    using stream = await ok(object.OpenProperty(PR_HTML, IStream, STGM_WRITE, MAPI_MODIFY | MAPI_CREATE));
    await ok(stream.Write(html('new')));
    expect((await ok(object.GetProps([PR_BODY_W])))[0]).toBe('new');
    await ok(object.SaveChanges(KEEP_OPEN_READWRITE));
    expect(Object.keys(contents(record))).not.toContain('1000001f');
    expect(Object.keys(contents(record))).not.toContain('10090102');
    expect((await ok(object.GetProps([PR_BODY_W])))[0]).toBe('new');
  });

  test('other blanks and line ends alone leave the formatted form as it is', async () => {
    const record = recordOf(prop(PR_HTML, html('one <b>two</b> three')));
    using object = message(record);
    await ok(object.SetProps([prop(PR_BODY_W, 'one two\r\nthree\r\n')]));
    await ok(object.SaveChanges(KEEP_OPEN_READWRITE));
    expect(contents(record)['10130102']).toEqual(html('one <b>two</b> three'));
    await ok(object.SetProps([prop(PR_BODY_W, 'one two four')]));
    await ok(object.SaveChanges());
    expect(contents(record)['10130102']).toBeUndefined();
  });

  test('what RTFSync remembers of a text goes with that text, unless it is written anew with the other one', async () => {
    const text = prop(PR_BODY_W, 'one two');
    const rtf = prop(PR_RTF_COMPRESSED, compressRtf(rtfOfText('one two')));
    const counted = [prop(PR_RTF_SYNC_BODY_COUNT, 6), prop(PR_RTF_SYNC_BODY_TAG_W, 'onetwo')] as const;
    const marks = async () => [...(await ok(object.GetProps([PR_RTF_SYNC_BODY_COUNT, PR_RTF_SYNC_BODY_TAG_W])))];
    const save = async (...props: readonly PropValue[]) => {
      await ok(object.SetProps(props));
      await ok(object.SaveChanges(KEEP_OPEN_READWRITE));
      return await marks();
    };
    using object = message();
    expect(await save(text, rtf, ...counted)).toEqual([6, 'onetwo']);
    expect(await save(prop(PR_BODY_W, ' one  two '))).toEqual([6, 'onetwo']);
    expect(await save(prop(PR_SUBJECT_W, 'another'))).toEqual([6, 'onetwo']);
    expect(await save(prop(PR_BODY_W, 'three'))).toEqual([null, null]);
    expect(await save(rtf, ...counted)).toEqual([6, 'onetwo']);
    expect(await save(rtf)).toEqual([null, null]);
  });

  test('PR_BODY is listed whatever form is there; forms made from others are not', async () => {
    using object = message(recordOf(prop(PR_HTML, html('x'))));
    expect(await ok(object.GetPropList(MAPI_UNICODE))).toEqual([PR_BODY_W, PR_HTML, PR_RTF_IN_SYNC]);
    using empty = message();
    expect(await ok(empty.GetPropList())).toEqual([]);
    expect([...(await ok(empty.GetProps(forms)))]).toEqual([null, null, null]);
  });

  test('a large body made from HTML is read through a stream', async () => {
    using object = message(recordOf(prop(PR_HTML, html('word '.repeat(20_000)))));
    using stream = await ok(object.OpenProperty(PR_BODY_W, IStream, 0));
    expect(Number((await ok(stream.Stat())).cbSize)).toBeGreaterThan(190_000);
  });

  test('broken RTF takes nothing from the other forms', async () => {
    using object = message(recordOf(prop(PR_BODY_W, 'kept'), prop(PR_RTF_COMPRESSED, Uint8Array.of(1, 2, 3))));
    expect((await ok(object.GetProps([PR_BODY_W])))[0]).toBe('kept');
    await ok(object.SetProps([prop(PR_BODY_W, 'new')]));
    await ok(object.SaveChanges());
    expect((await ok(object.GetProps([PR_BODY_W])))[0]).toBe('new');
  });
});
