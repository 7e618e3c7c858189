import {
  PR_BODY_W,
  PR_CLIENT_SUBMIT_TIME,
  PR_CONVERSATION_INDEX,
  PR_CONVERSATION_TOPIC_W,
  PR_IMPORTANCE,
  PR_INTERNET_CPID,
  PR_INTERNET_MESSAGE_ID_W,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_DELIVERY_TIME,
  PR_MESSAGE_FLAGS,
  PR_PRIORITY,
  PR_SENDER_ADDRTYPE_W,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SENDER_NAME_W,
  PR_SENSITIVITY,
  PR_SENT_REPRESENTING_ADDRTYPE_W,
  PR_SENT_REPRESENTING_EMAIL_ADDRESS_W,
  PR_SENT_REPRESENTING_NAME_W,
  PR_SUBJECT_W,
  PR_TRANSPORT_MESSAGE_HEADERS_W,
  type PropTag,
  type PropValue,
} from '../../src/mapi/index.js';

const begin = 133_774_848_000_000_000n;
const minute = 600_000_000n;

/** The twenty properties of a letter, in the order in which they are asked for. */
export const letterTags: readonly PropTag[] = [
  PR_MESSAGE_CLASS_W,
  PR_SUBJECT_W,
  PR_SENDER_NAME_W,
  PR_SENDER_ADDRTYPE_W,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SENT_REPRESENTING_NAME_W,
  PR_SENT_REPRESENTING_ADDRTYPE_W,
  PR_SENT_REPRESENTING_EMAIL_ADDRESS_W,
  PR_MESSAGE_DELIVERY_TIME,
  PR_CLIENT_SUBMIT_TIME,
  PR_MESSAGE_FLAGS,
  PR_IMPORTANCE,
  PR_PRIORITY,
  PR_SENSITIVITY,
  PR_INTERNET_MESSAGE_ID_W,
  PR_TRANSPORT_MESSAGE_HEADERS_W,
  PR_BODY_W,
  PR_CONVERSATION_TOPIC_W,
  PR_CONVERSATION_INDEX,
  PR_INTERNET_CPID,
];

const people = ['Ada Lovelace', 'Grace Hopper', 'Jürgen Höller', 'Katherine Johnson', 'Edsger Dijkstra', 'Ole Nygård'];
const matters = ['Invoice', 'Minutes of the meeting', 'Offer for the second quarter', 'Holiday list', 'Test results'];
const addresses = ['ada', 'grace', 'juergen', 'katherine', 'edsger', 'ole'];

/** The twenty properties of letter number `n`: received mail as it lies in an Inbox, three of four not read yet. */
export function letter(n: number): readonly PropValue[] {
  const person = n % people.length;
  const topic = `${matters[n % matters.length]} ${n}`;
  const name = people[person];
  const address = `${addresses[person]}.${n % 997}@mail.example.com`;
  const id = `<${n.toString(36)}.4c1d@mail.example.com>`;
  const delivered = begin + BigInt(n) * minute;
  const values: readonly unknown[] = [
    'IPM.Note',
    n % 3 === 0 ? `RE: ${topic}` : topic,
    name,
    'SMTP',
    address,
    name,
    'SMTP',
    address,
    delivered,
    delivered - 3n * minute,
    n % 4 === 0 ? 1 : 0,
    n % 10 === 0 ? 2 : 1,
    0,
    0,
    id,
    `Received: from mail.example.com by mx.example.net; number ${n}\r\nMessage-ID: ${id}\r\nSubject: ${topic}\r\n`,
    `Good morning,\r\n\r\nthis is about ${topic}. Please answer until Friday, because the numbers go to print then.\r\n`.repeat(
      2,
    ),
    topic,
    conversationIndex(n),
    65001,
  ];
  return letterTags.map((tag, index) => [tag, values[index]] as const);
}

function conversationIndex(n: number): Uint8Array {
  const index = new Uint8Array(22).fill(0x5a);
  index[0] = 1;
  new DataView(index.buffer).setUint32(6, n);
  return index;
}

/** Numbers without order, the same in every run: which messages are opened. */
export function* chance(below: number): Generator<number, never> {
  for (let state = 0x2545f491; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield Math.floor((state / 0x1_0000_0000) * below);
  }
}
