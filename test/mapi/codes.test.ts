import { describe, expect, test } from 'vitest';
import { ComError, describe as describeCode, failed, type HResult, hexOf, nameOf } from '../../src/com/index.js';
import * as codes from '../../src/mapi/codes.js';
import { codeByName, describeMapiCode } from '../../src/mapi/names.js';
import * as simple from '../../src/mapi/simplecodes.js';
import { type CodeFact, factsOf } from './facts.js';

const facts = factsOf<{
  readonly extended: readonly CodeFact[];
  readonly simple_mapi: Readonly<Record<string, number>>;
}>('mapi-hresults.json');
const mapi = facts.extended.filter(({ name }) => /^(MAPI|SYNC)_[EW]_/.test(name));
const exported = codes as unknown as Readonly<Record<string, HResult>>;

describe('The codes of Extended MAPI', () => {
  test.each(mapi.map(({ name, value }) => [name, value] as const))('%s is %s', (name, value) => {
    const code = exported[name] as HResult;
    expect(hexOf(code).toLowerCase()).toBe(value.toLowerCase());
    expect(failed(code)).toBe(!name.includes('_W_'));
    expect(codeByName(name)).toBe(code);
  });

  test('there are no others', () => {
    expect(Object.keys(codes).sort()).toEqual(mapi.map(({ name }) => name).sort());
  });

  test('a number with one name prints it', () => {
    expect(nameOf(codes.MAPI_E_NO_RECIPIENTS)).toBe('MAPI_E_NO_RECIPIENTS');
    expect(nameOf(codes.MAPI_W_ERRORS_RETURNED)).toBe('MAPI_W_ERRORS_RETURNED');
  });

  test('where the system has the same number for the same thing, logs print its name and MAPI prints its own', () => {
    expect(describeCode(codes.MAPI_E_INVALID_PARAMETER)).toBe('E_INVALIDARG');
    expect(describeMapiCode(codes.MAPI_E_INVALID_PARAMETER)).toBe('MAPI_E_INVALID_PARAMETER');
    expect(describeMapiCode(codes.SYNC_E_UNKNOWN_FLAGS)).toBe('MAPI_E_UNKNOWN_FLAGS');
  });

  test('where COM has the same number for something else, logs print both, because the interface decides', () => {
    expect(nameOf(codes.MAPI_E_LOGON_FAILED)).toBe('MAPI_E_LOGON_FAILED or CLASS_E_CLASSNOTAVAILABLE');
    expect(nameOf(codes.MAPI_E_VERSION)).toBe('MAPI_E_VERSION or CLASS_E_NOAGGREGATION');
    expect(describeMapiCode(codes.MAPI_E_LOGON_FAILED)).toBe('MAPI_E_LOGON_FAILED');
    expect(new ComError(codes.MAPI_E_LOGON_FAILED, 'no such profile').message).toBe(
      'MAPI_E_LOGON_FAILED or CLASS_E_CLASSNOTAVAILABLE: no such profile',
    );
  });

  test('a code of another room keeps its name, and an unknown one its number', () => {
    expect(describeMapiCode(0x80030070 as HResult)).toBe(describeCode(0x80030070 as HResult));
    expect(describeMapiCode((0x8004abcd | 0) as HResult)).toBe('0x8004ABCD');
  });

  test('a name that MAPI does not have has no code', () => {
    expect(codeByName('MAPI_E_MADE_UP')).toBeNull();
    expect(codeByName('toString')).toBeNull();
  });
});

describe('The codes of Simple MAPI', () => {
  const numbers = simple as unknown as Readonly<Record<string, number>>;

  test.each(Object.entries(facts.simple_mapi))('%s is %i', (name, value) => {
    expect(numbers[name]).toBe(value);
  });

  test('of two names the newer one prints; a number without a name prints in hexadecimal', () => {
    expect(simple.SimpleCodes.name(1)).toBe('MAPI_E_USER_ABORT');
    expect(simple.SimpleCodes.name(3)).toBe('MAPI_E_LOGON_FAILURE');
    expect(simple.SimpleCodes.name(21)).toBe('MAPI_E_AMBIGUOUS_RECIPIENT');
    expect(simple.SimpleCodes.name(7)).toBe('0x7');
  });
});
