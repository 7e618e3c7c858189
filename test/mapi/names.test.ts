import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newGuid } from '../../src/com/index.js';
import { MUID_PROFILE_INSTANCE, PS_PUBLIC_STRINGS, PSETID_Task } from '../../src/mapi/guids.js';
import {
  describeNamedProp,
  describeTag,
  namedPropByName,
  nameOfGuid,
  nameOfNamedProp,
  nameOfPropType,
  nameOfTag,
  tagByName,
} from '../../src/mapi/names.js';
import { flagsOfTag } from '../../src/mapi/tagflags.js';
import * as named from '../../src/mapi/tags/named.js';
import { preferred } from '../../src/mapi/tags/preferred.js';
import * as tags from '../../src/mapi/tags/tags.js';
import { namedProp } from '../../src/mapi/types/nameid.js';
import { changePropType, propId } from '../../src/mapi/types/proptag.js';
import { PT_ERROR, PT_MV_UNICODE, PT_STRING8, PT_UNSPECIFIED } from '../../src/mapi/types/proptype.js';

describe('The name of a tag', () => {
  test.each([
    [tags.PR_SUBJECT, 'PR_SUBJECT'],
    [tags.PR_SUBJECT_W, 'PR_SUBJECT'],
    [tags.PR_SUBJECT_A, 'PR_SUBJECT_A'],
    [tags.PR_ATTACH_DATA_BIN, 'PR_ATTACH_DATA_BIN'],
    [tags.PR_ATTACH_DATA_OBJ, 'PR_ATTACH_DATA_OBJ'],
    [tags.PR_7BIT_DISPLAY_NAME_W, 'PR_7BIT_DISPLAY_NAME_W'],
  ])('%i is %s', (tag, name) => {
    expect(nameOfTag(tag)).toBe(name);
    expect(describeTag(tag)).toBe(name);
  });

  test('says the type where the headers have the identifier with another one', () => {
    expect(nameOfTag(changePropType(tags.PR_SUBJECT, PT_ERROR))).toBe('PR_SUBJECT (PT_ERROR)');
    expect(nameOfTag(changePropType(tags.PR_ENTRYID, PT_UNSPECIFIED))).toBe('PR_ENTRYID (PT_UNSPECIFIED)');
    expect(nameOfTag(changePropType(tags.PR_MESSAGE_FLAGS, PT_STRING8))).toBe('PR_MESSAGE_FLAGS (PT_STRING8)');
    expect(nameOfTag(changePropType(tags.PR_HTML, PT_ERROR))).toBe('PR_HTML (PT_ERROR)');
    expect(nameOfTag((tags.PR_SUBJECT | 0x3000) >>> 0)).toBe('PR_SUBJECT (PT_MV_UNICODE | MV_INSTANCE)');
  });

  test('is not guessed: an unknown identifier has its number', () => {
    expect(nameOfTag(0x2abc0003)).toBeNull();
    expect(describeTag(0x2abc0003)).toBe('0x2ABC0003 (PT_LONG)');
  });

  test('from 0x8000 on is the store’s to give, and fixed in a directory alone', () => {
    expect(nameOfTag(tags.PR_EMS_AB_PROXY_ADDRESSES)).toBeNull();
    expect(describeTag(0x8005001f)).toBe('0x8005001F (PT_UNICODE)');
    expect(nameOfTag(tags.PR_EMS_AB_PROXY_ADDRESSES, { directory: true })).toBe('PR_EMS_AB_PROXY_ADDRESSES');
  });

  test('leads back to the tag', () => {
    for (const [name, tag] of Object.entries(tags)) {
      expect(tagByName(name)).toBe(tag);
      const printed = nameOfTag(tag, { directory: true });
      expect(tagByName(printed ?? ''), `${name} prints as ${printed}`).toBe(tag);
    }
    expect(tagByName('PR_MADE_UP')).toBeNull();
    expect(tagByName('constructor')).toBeNull();
  });

  test('is that of the page where several names have one number, though another is shorter', () => {
    for (const name of preferred) {
      const tag = tagByName(name) ?? 0;
      const printed = [nameOfTag(tag, { directory: true }), nameOfTag((propId(tag) << 16) >>> 0, { directory: true })];
      expect(
        printed.some((one) => one?.split(' ')[0] === name),
        name,
      ).toBe(true);
    }
    expect(nameOfTag(tags.PR_BUSINESS_TELEPHONE_NUMBER)).toBe('PR_BUSINESS_TELEPHONE_NUMBER');
    expect(nameOfTag(tags.PR_OFFICE_TELEPHONE_NUMBER)).toBe('PR_BUSINESS_TELEPHONE_NUMBER');
  });

  test('exists for every number that can be asked for', () => {
    fc.assert(
      fc.property(fc.integer(), (tag) => {
        expect(describeTag(tag)).toMatch(/^(PR_|PidTag|0x[0-9A-F]{8} \()/);
        expect(describeTag(tag)).toBe(describeTag(tag >>> 0));
      }),
    );
  });
});

describe('The name of a property type', () => {
  test.each([
    [0x0003, 'PT_LONG'],
    [0x001f, 'PT_UNICODE'],
    [PT_MV_UNICODE, 'PT_MV_UNICODE'],
    [tags.PR_MESSAGE_DELIVERY_TIME, 'PT_SYSTIME'],
    [0x3003, 'PT_MV_LONG | MV_INSTANCE'],
    [0x00fd, 'PT_SRESTRICTION'],
    [0x00ab, '0x00AB'],
  ])('%i is %s', (type, name) => {
    expect(nameOfPropType(type)).toBe(name);
  });
});

describe('The name of a named property', () => {
  test('is that of its page', () => {
    expect(nameOfNamedProp(namedProp(PSETID_Task, named.PidLidTaskDueDate.Kind))).toBe('PidLidTaskDueDate');
    expect(namedPropByName('PidLidTaskDueDate')).toBe(named.PidLidTaskDueDate);
  });

  test('is null for what no page has, and such a property reads as set and name', () => {
    expect(nameOfNamedProp(namedProp(PSETID_Task, 0x7fff))).toBeNull();
    expect(namedPropByName('PidLidMadeUp')).toBeNull();
    expect(describeNamedProp(namedProp(PSETID_Task, 0x7fff))).toBe('PSETID_Task 0x7FFF');
    expect(describeNamedProp(namedProp(PS_PUBLIC_STRINGS, 'a "name"'))).toBe('PS_PUBLIC_STRINGS "a \\"name\\""');
    expect(describeNamedProp(named.PidLidTaskDueDate)).toBe('PidLidTaskDueDate');
  });

  test('a number is not the string of its digits', () => {
    const number = named.PidLidTaskDueDate.Kind;
    expect(nameOfNamedProp(namedProp(PSETID_Task, String(number)))).toBeNull();
  });

  test('of an unknown set reads as its GUID', () => {
    const set = newGuid();
    expect(describeNamedProp(namedProp(set, 1))).toBe(`${set} 0x0001`);
  });

  test('leads back to the property', () => {
    for (const [name, property] of Object.entries(named)) {
      expect(namedPropByName(name)).toBe(property);
      const printed = namedPropByName(nameOfNamedProp(property) ?? '');
      expect([printed?.lpguid, printed?.Kind], name).toEqual([property.lpguid, property.Kind]);
    }
  });
});

describe('The name of a GUID', () => {
  test('is MAPI’s, and null where MAPI has none', () => {
    expect(nameOfGuid(PSETID_Task)).toBe('PSETID_Task');
    expect(nameOfGuid(MUID_PROFILE_INSTANCE)).toBe('MUID_PROFILE_INSTANCE');
    expect(nameOfGuid(newGuid())).toBeNull();
  });
});

describe('The flags of a property', () => {
  test.each([
    [tags.PR_MESSAGE_FLAGS, 0x11, 'MSGFLAG_READ | MSGFLAG_HASATTACH'],
    [tags.PR_IMPORTANCE, 2, 'IMPORTANCE_HIGH'],
    [tags.PR_RECIPIENT_TYPE, 2, 'MAPI_CC'],
  ])('0x%s', (tag, value, name) => {
    expect(flagsOfTag(tag)?.name(value)).toBe(name);
  });

  test('a plain number has none', () => {
    expect(flagsOfTag(tags.PR_MESSAGE_SIZE)).toBeNull();
    expect(flagsOfTag(0x8000_0003)).toBeNull();
  });
});
