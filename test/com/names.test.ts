import { describe, expect, test } from 'vitest';
import { describe as describeCode, hresult, nameCodes, nameOf } from '../../src/com/index.js';

describe('The name of a code', () => {
  const code = hresult(0x80047abc);

  test('is the first that a room gives it', () => {
    nameCodes({ TEST_E_FIRST: code });
    nameCodes({ TEST_E_SECOND: code });
    expect(nameOf(code)).toBe('TEST_E_FIRST');
  });

  test('is another where a room says that its meaning goes before: FACILITY_ITF has several for one number', () => {
    nameCodes({ TEST_E_THIRD: code }, { override: true });
    expect(describeCode(code)).toBe('TEST_E_THIRD');
  });
});
