import type { MessageKind } from './messages.js';
import type { SenderSetup } from './sender/contender.js';

/** One row of the table. */
export interface BenchCase {
  /** Key of the row in the JSON object. */
  readonly key: string;
  /** What is measured, for people. */
  readonly title: string;
  /** `ratio`: our rate over the rival's; `memory`: growth of our peak resident memory in MB. */
  readonly measure: 'ratio' | 'memory';
  /** What the number must reach; for memory what it must stay under. */
  readonly bound: number;
  readonly ours: SenderSetup['contender'];
  readonly rival: 'nodemailer' | 'smtp-source';
  readonly kind: MessageKind;
  readonly connections: number;
  readonly recipients: number;
  readonly tls: boolean;
  readonly chunking: boolean;
  /** Milliseconds that each direction takes; 0 for plain loopback. */
  readonly delay: number;
  /** Messages per contender before anything is timed: a cold nodemailer is two to three times slower than a warm one. */
  readonly warmUp: number;
}

const plain = {
  measure: 'ratio',
  ours: 'comail',
  rival: 'nodemailer',
  kind: 'small',
  connections: 1,
  recipients: 1,
  tls: false,
  chunking: false,
  delay: 0,
  warmUp: 6000,
} as const;

// Where time is spent waiting for the road, nothing needs to be warm but the connection.
const far = { ...plain, delay: 25, warmUp: 20 } as const;
const large = { ...plain, kind: 'large', warmUp: 1 } as const;

/** All rows, in the order in which they are measured. */
export const cases: readonly BenchCase[] = [
  { ...plain, key: 'smtp.small.10', title: '2 KB, 10 connections', bound: 6, connections: 10 },
  { ...plain, key: 'smtp.small.1', title: '2 KB, 1 connection', bound: 6 },
  {
    ...plain,
    key: 'smtp.medium.10',
    title: '50 KB, 10 connections',
    bound: 3,
    kind: 'medium',
    connections: 10,
    warmUp: 3000,
  },
  { ...plain, key: 'smtp.tls.small.10', title: '2 KB over TLS, 10 connections', bound: 3, tls: true, connections: 10 },
  {
    ...plain,
    key: 'smtp.vs_smtp_source.small.10',
    title: '2 KB, 10 connections, over smtp-source',
    bound: 1.2,
    rival: 'smtp-source',
    connections: 10,
  },
  { ...plain, key: 'imnxport.small.1', title: '2 KB, SendMessage one by one', bound: 2, ours: 'imnxport' },
  { ...far, key: 'smtp.latency.rcpt1', title: '50 ms round trip, 1 recipient', bound: 1.8 },
  { ...far, key: 'smtp.latency.rcpt100', title: '50 ms round trip, 100 recipients', bound: 1.8, recipients: 100 },
  { ...far, key: 'smtp.latency.bdat', title: '50 ms round trip, CHUNKING', bound: 12, chunking: true },
  { ...large, key: 'smtp.large.speed', title: 'one 500 MB file', bound: 2.5 },
  { ...large, key: 'smtp.large.rss_mb', title: 'memory above idle for it, MB', measure: 'memory', bound: 40 },
];
