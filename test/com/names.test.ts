import { describe, expect, test } from 'vitest';
import { describe as describeCode, hresult, nameCodes, nameOf } from '../../src/com/index.js';

describe('The name of a code', () => {
  const code = hresult(0x80047abc);

  test('is the first that a room gives it', () => {
    nameCodes({ TEST_E_FIRST: code });
    nameCodes({ TEST_E_SECOND: code });
    expect(nameOf(code)).toBe('TEST_E_FIRST');
  });

  test('is several where the number means several things: those of FACILITY_ITF mean what the interface says', () => {
    nameCodes({ TEST_E_THIRD: code }, { beside: true });
    expect(describeCode(code)).toBe('TEST_E_THIRD or TEST_E_FIRST');
    nameCodes({ TEST_E_THIRD: code }, { beside: true });
    expect(nameOf(code)).toBe('TEST_E_THIRD or TEST_E_FIRST');
  });
});
