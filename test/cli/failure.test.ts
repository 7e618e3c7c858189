import { describe, expect, test } from 'vitest';
import { advised } from '../../src/cli/mail/profiles.js';
import { failureOf, machineAdvice } from '../../src/cli/mailbox/failure.js';
import { ComError } from '../../src/com/index.js';
import {
  MAPI_E_CALL_FAILED,
  MAPI_E_EXTENDED_ERROR,
  MAPI_E_NOT_ENOUGH_DISK,
  MAPI_E_NOT_FOUND,
} from '../../src/mapi/index.js';

const full = new ComError(MAPI_E_NOT_ENOUGH_DISK, 'no space left on device');

describe('A failure of a verb', () => {
  test('whose end failed, too: what failed first is told', () => {
    async function failing(): Promise<void> {
      await using _session = {
        async [Symbol.asyncDispose]() {
          throw new ComError(MAPI_E_CALL_FAILED, 'nor could the session be ended');
        },
      };
      throw full;
    }
    return expect(failing().catch((error: unknown) => failureOf(error, 'comail send'))).resolves.toMatchObject({
      code: 'MAPI_E_NOT_ENOUGH_DISK',
      message: 'no space left on device',
      advice: expect.stringMatching(/^Make room on the disk/),
    });
  });

  test('of a bug goes on as a bug, also behind another one', () => {
    const bug = new TypeError('a bug');
    const both = Object.assign(new Error('both'), { name: 'SuppressedError', error: full, suppressed: bug });
    expect(() => failureOf(both, 'comail send')).toThrow(bug);
  });

  test('of the machine gets the advice for the machine, whatever was tried and however it was told', () => {
    const told = new ComError(MAPI_E_EXTENDED_ERROR, 'MAPI_E_NOT_ENOUGH_DISK: no space', { cause: full });
    expect(advised(told, 'See the help.')).toMatchObject({
      hr: MAPI_E_NOT_ENOUGH_DISK,
      message: 'no space left on device',
      advice: machineAdvice(MAPI_E_NOT_ENOUGH_DISK),
    });
    const other = new ComError(MAPI_E_NOT_FOUND, 'there is no account');
    expect(advised(other, 'See the help.')).toMatchObject({ hr: MAPI_E_NOT_FOUND, advice: 'See the help.' });
  });
});
