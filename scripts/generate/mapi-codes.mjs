// Writes src/mapi/codes.ts from the committed facts. Run: node scripts/generate/mapi-codes.mjs [--check]
import { factsOf, written } from './written.mjs';

// Codes of which no page says what they mean.
const meanings = {
  MAPI_E_RECONNECTED: 'the connection to the server was lost and made anew; ask again',
  MAPI_E_OFFLINE: 'the server cannot be reached, or the session works offline',
  MAPI_E_PROFILE_DELETED: 'the profile was deleted while it was in use',
  MAPI_E_LOCKID_LIMIT: 'the store has no lock identifier left',
  MAPI_E_NAMED_PROP_QUOTA_EXCEEDED: 'the store takes no more named properties',
  SYNC_E_ERROR: 'the synchronization failed; the same as MAPI_E_CALL_FAILED',
  SYNC_E_UNKNOWN_FLAGS: 'a flag that the synchronization does not know; the same as MAPI_E_UNKNOWN_FLAGS',
  SYNC_E_INVALID_PARAMETER: 'a bad argument to the synchronization; the same as MAPI_E_INVALID_PARAMETER',
};

// In FACILITY_ITF a number means what the interface at hand says it means. These two are also names that COM gives to
// failures of class objects; with MAPI at work, MAPI's are meant.
const overCom = ['MAPI_E_VERSION', 'MAPI_E_LOGON_FAILED'];

/** What the codes of Simple MAPI mean, by number. */
const simpleMeanings = [
  'Done',
  'The user gave up',
  'It failed for a reason that no other code names',
  'The logon failed',
  'The disk is full',
  'Memory does not suffice',
  'The caller may not do this',
  undefined,
  'Too many sessions are open',
  'Too many files are attached',
  'The message has too many recipients',
  'An attachment is not there',
  'An attachment cannot be opened',
  'An attachment cannot be written',
  'A recipient is not in the address book',
  'A recipient type is none of to, cc, bcc',
  'There is no message that fits',
  'The message identifier is bad',
  'The text is too long',
  'The session handle is bad',
  'A type is not supported',
  'A name fits several recipients',
  'The message is in use',
  'The network failed',
  'The number of edit fields is bad',
  'The recipients are bad',
  'The function, or an option of it, is not supported',
  'The text has characters that the program behind cannot take',
  'An attachment is too large',
];

const rows = factsOf('mapi-hresults.json').extended.filter((row) => /^(MAPI_[EW]|SYNC_[EW])_/.test(row.name));
// MAPI's own names stand before SYNC's for the same value, so that logs print them.
rows.sort((a, b) => Number(a.name.startsWith('SYNC')) - Number(b.name.startsWith('SYNC')));

const text = `import { type HResult, hresult, nameCodes } from '../com/index.js';

${rows.map(declaration).join('\n')}

nameCodes({
${rows
  .filter((row) => !overCom.includes(row.name))
  .map((row) => `  ${row.name},`)
  .join('\n')}
});
// COM names these numbers for failures of class objects: which of the two is meant the interface says that answered.
nameCodes({ ${overCom.join(', ')} }, { beside: true });
`;
// Simple MAPI answers small numbers of its own, not HRESULTs.
const simple = Object.entries(factsOf('mapi-hresults.json').simple_mapi).sort(([, a], [, b]) => a - b);
// Of two names of a number the newer one is printed.
const older = ['MAPI_USER_ABORT', 'MAPI_E_LOGIN_FAILURE', 'MAPI_E_AMBIG_RECIP'];
const shown = [...simple].sort(([a], [b]) => Number(older.includes(a)) - Number(older.includes(b)));
const simpleText = `import { type FlagGroup, values } from './flags/flaggroup.js';

${simple.map(simpleDeclaration).join('\n')}
/** Each code that a function of Simple MAPI answers, with their names. */
export const SimpleCodes: FlagGroup = /* @__PURE__ */ values('SimpleCodes', {
${shown.map(([name]) => `  ${name},`).join('\n')}
});
`;
written('mapi-codes.mjs', 'mapi-hresults.json', {
  'src/mapi/codes.ts': text,
  'src/mapi/simplecodes.ts': simpleText,
});

function declaration(row) {
  const meaning = row.meaning ?? meanings[row.name];
  if (!meaning) throw new Error(`${row.name}: nothing says what it means`);
  const sentence = `${meaning.charAt(0).toUpperCase()}${meaning.slice(1)}.`;
  return `/** ${sentence} */\nexport const ${row.name}: HResult = hresult(${row.value.toLowerCase()});`;
}

function simpleDeclaration([name, value]) {
  if (!simpleMeanings[value]) throw new Error(`${name}: nothing says what it means`);
  return `/** ${simpleMeanings[value]}. */\nexport const ${name} = ${value};`;
}
