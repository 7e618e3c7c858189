import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { describe as describeCode, hexOf, type Iid, nameOf, plainPrototype, slots } from '../../src/com/index.js';
import * as imnxport from '../../src/imnxport/index.js';

interface Fact {
  readonly name: string;
  readonly value: number | string;
}
interface MethodFact {
  readonly name: string;
  readonly slot: number;
  readonly returns: string;
  readonly prototype: string;
  readonly params: readonly { readonly name: string; readonly dir: string }[];
}
const facts = JSON.parse(readFileSync(new URL('../reference/imnxport.json', import.meta.url), 'utf8')) as {
  readonly interfaces: readonly {
    readonly name: string;
    readonly iid: string;
    readonly base: string;
    readonly vtable: readonly string[];
    readonly methods: readonly MethodFact[];
  }[];
  readonly enums: readonly { readonly name: string; readonly values: readonly Fact[] }[];
  readonly flags: readonly Fact[];
  readonly constants: readonly Fact[];
  readonly structs: readonly { readonly name: string; readonly fields: readonly { readonly name: string | null }[] }[];
  readonly hresults: readonly (Fact & { readonly spellings?: readonly { readonly name: string }[] })[];
  readonly smtp_replies: readonly { readonly reply: number; readonly name: string; readonly value: string }[];
  readonly clsids: readonly { readonly name: string; readonly clsid: string }[];
};
const exported = imnxport as unknown as Record<string, unknown>;

const declared = [
  'IInternetTransport',
  'ITransportCallback',
  'ITransportCallbackService',
  'ISMTPCallback',
  'ISMTPTransport',
  'ISMTPTransport2',
];

describe.each(declared)('%s against the header', (name) => {
  const fact = facts.interfaces.find((i) => i.name === name);
  const iid = exported[name] as Iid<unknown>;

  test('its IID, base and slots', () => {
    expect(iid.guid).toBe(fact?.iid);
    expect(iid.base?.name).toBe(fact?.base);
    expect(slots(iid).map((s) => s.name)).toEqual(fact?.vtable);
  });

  test.each(fact?.methods.map((m) => [m.name, m] as const) ?? [])(
    '%s: result, prototype, directions',
    (method, expected) => {
      const slot = slots(iid).find((s) => s.name === method && s.declaredBy === iid);
      expect(slot?.slot).toBe(expected.slot);
      expect(slot?.signature.returns).toBe(expected.returns);
      const text = `${expected.returns} ${method}${plainPrototype(slot?.signature.prototype ?? '')}`;
      expect(text.replace(/\s+\*/g, ' *')).toBe(expected.prototype.replace(/\s+\*/g, ' *'));
      const direction = (p: { in: boolean; out: boolean }) => (p.in ? (p.out ? 'in,out' : 'in') : 'out');
      expect(slot?.signature.parameters.map(direction)).toEqual(expected.params.map((p) => p.dir));
    },
  );
});

describe('numbers against the header', () => {
  const enums = [
    'IXPTYPE',
    'IXPSTATUS',
    'IXPISSTATE',
    'CMDTYPE',
    'INETADDRTYPE',
    'DSNRET',
    'SMTPCOMMAND',
    'RASCONNTYPE',
  ];
  test.each(enums)('%s', (name) => {
    const values = facts.enums.find((e) => e.name === name)?.values ?? [];
    const { members, nameOf: back } = exported[name] as imnxport.Enumeration<Record<string, number>>;
    expect(members).toEqual(Object.fromEntries(values.map((v) => [v.name, v.value])));
    for (const value of values) {
      expect(exported[value.name]).toBe(value.value);
      expect(back(Number(value.value))).toBe(value.name);
    }
    expect(back(4711)).toBe('4711');
  });

  test('flags and constants that are exported have the header’s values', () => {
    for (const flag of facts.flags) expect(exported[flag.name], flag.name).toBe(flag.value);
    for (const name of ['DEFAULT_SMTP_PORT', 'ADDR_TOFROM_MASK', 'ADDR_DSN_MASK', 'CCHMAX_EMAIL_ADDRESS'])
      expect(exported[name], name).toBe(facts.constants.find((c) => c.name === name)?.value);
  });

  test('every IXP code, with the alias that some headers spell', () => {
    for (const code of facts.hresults.filter((c) => c.name.startsWith('IXP_'))) {
      expect(hexOf(exported[code.name] as never), code.name).toBe(code.value);
      expect(nameOf(exported[code.name] as never)).toBe(code.name);
      for (const alias of code.spellings ?? []) expect(exported[alias.name], alias.name).toBe(exported[code.name]);
    }
  });

  test('IXP_S_SMTP_NO_DSN_SUPPORT is the success of the page beside the error of the header', () => {
    expect(hexOf(imnxport.IXP_S_SMTP_NO_DSN_SUPPORT)).toBe('0x000CCC7E');
    expect(hexOf(imnxport.IXP_E_SMTP_NO_DSN_SUPPORT)).toBe('0x800CCC7E');
  });

  test('the class', () => {
    expect(imnxport.CLSID_ISMTPTransport).toBe(facts.clsids.find((c) => c.name === 'CLSID_ISMTPTransport')?.clsid);
  });
});

describe('reply numbers', () => {
  test.each(facts.smtp_replies.map((r) => [r.reply, r] as const))('%i', (reply, fact) => {
    expect(describeCode(imnxport.codeOfReply(reply))).toBe(fact.name);
    expect(hexOf(imnxport.codeOfReply(reply))).toBe(fact.value);
  });

  test('235 is the success that the constant calls 245; other numbers go by their class', () => {
    expect(imnxport.codeOfReply(235)).toBe(imnxport.IXP_S_SMTP_245_AUTH_SUCCESS);
    expect(imnxport.codeOfReply(252)).toBe(imnxport.IXP_S_SMTP_250_MAIL_ACTION_OKAY);
    expect(imnxport.codeOfReply(355)).toBe(imnxport.IXP_S_SMTP_CONTINUE);
    expect(imnxport.codeOfReply(535)).toBe(imnxport.IXP_E_SMTP_UNKNOWN_RESPONSE_CODE);
    expect(imnxport.codeOfReply(0)).toBe(imnxport.IXP_E_SMTP_RESPONSE_ERROR);
  });
});

describe('structures against the header', () => {
  const fieldsOf = (name: string) =>
    facts.structs.find((s) => s.name === name)?.fields.map((f) => f.name ?? 'rStreamInfo');

  test('INETSERVER and IXPRESULT have every field, zero unless given', () => {
    expect(Object.keys(imnxport.INETSERVER())).toEqual(fieldsOf('INETSERVER'));
    expect(Object.keys(imnxport.IXPRESULT())).toEqual(fieldsOf('IXPRESULT'));
    expect(imnxport.INETSERVER({ dwPort: 25 })).toMatchObject({ dwPort: 25, szServerName: '', dwFlags: 0 });
  });
});
