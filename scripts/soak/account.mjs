import { setTimeout } from 'node:timers/promises';

/**
 * Compares what was submitted with what the traces say, what lies in the mailboxes, and what came outside.
 *
 * @returns what is wrong, in words
 */
export async function account({ served, outside, submissions }) {
  const wrong = [];
  const connections = new Map(served.names.map((name) => [name, served.connection(name)]));
  try {
    // Reports come as mail, after the trace has said that they are on their way.
    let found = [];
    for (let tries = 0; tries < 60; tries++) {
      found = await mailboxes(connections, submissions);
      if (found.length === 0) break;
      await setTimeout(1000);
    }
    wrong.push(...found);
    // All that is done when a message has reached everybody need not be all: the spooler moves it at its own pace.
    for (const one of submissions)
      if (one.events && !one.events.some(({ step }) => step === 4)) {
        const { json } = await connections.get(one.from).ask('GET', one.trace);
        one.events = json?.events ?? one.events;
      }
    wrong.push(...submissions.flatMap((one) => traceOf(one)));
    for (const connection of connections.values()) {
      const left = (await all(connection, 'outbox')).length;
      if (left > 0) wrong.push(`${left} messages are left in the Outbox of ${connection.name}`);
    }
  } finally {
    for (const { end } of connections.values()) end();
  }
  const expected = new Map(
    submissions.flatMap(({ subject, far }) => far.map((address) => [`${subject} ${address}`, 1])),
  );
  for (const [key, count] of outside.got)
    if (count !== expected.get(key)) wrong.push(`${key} came ${count} times outside, not ${expected.get(key) ?? 0}`);
  for (const key of expected.keys()) if (!outside.got.has(key)) wrong.push(`${key} never came outside`);
  return wrong;
}

/** The steps that must have happened, each once, and none that can't have. */
function traceOf({ subject, local, far, bad, receipt, events }) {
  if (!events) return [`${subject} was never followed to its end`];
  const wrong = [];
  const times = (test) => events.filter(test).length;
  const once = (words, test) => {
    const count = times(test);
    if (count !== 1) wrong.push(`${subject}: ${words} ${count} times`);
  };
  for (const [step, outcome] of [
    [1, 'submitted'],
    [2, 'notified'],
    [3, 'queued'],
    [4, 'moved'],
  ])
    once(`step ${step}`, (event) => event.step === step && event.outcome === outcome);
  const ends = [
    ...local.map((name) => [`${name}@town.example`, ['delivered']]),
    ...far.map((address) => [address, ['relayed']]),
    ...bad.map((address) => [address, ['rejected']]),
  ];
  for (const [address, outcomes] of ends) {
    once(
      `${outcomes[0]} for ${address}`,
      ({ recipient, outcome }) => recipient === address && outcomes.includes(outcome),
    );
    const reported = times(({ recipient, outcome }) => recipient === address && outcome === 'reported');
    const owed = bad.includes(address) || receipt ? 1 : 0;
    if (reported !== owed) wrong.push(`${subject}: ${address} was reported ${reported} times, not ${owed}`);
  }
  const known = new Set(ends.map(([address]) => address));
  for (const { recipient } of events)
    if (recipient !== null && !known.has(recipient)) wrong.push(`${subject}: ${recipient} is none of its recipients`);
  return wrong;
}

async function mailboxes(connections, submissions) {
  const wrong = [];
  const reports = new Map();
  for (const connection of connections.values()) {
    const { name } = connection;
    const got = counted(await all(connection, 'inbox'));
    const sent = counted(await all(connection, 'sentitems'));
    for (const { subject, local, from } of submissions) {
      compare(wrong, `${subject} in the Inbox of ${name}`, got.get(subject), local.includes(name) ? 1 : 0);
      if (from === name) compare(wrong, `${subject} in Sent Items of ${name}`, sent.get(subject), 1);
    }
    for (const [subject, count] of got) if (subject.includes(': ')) reports.set(`${name} ${subject}`, count);
    const ours = new Set(submissions.map((one) => one.subject));
    for (const subject of got.keys())
      if (!ours.has(subject.replace(/^(?:Delivered|Undeliverable): /, '')))
        wrong.push(`"${subject}" lies in the Inbox of ${name}, and nobody sent it`);
  }
  for (const { from, subject, local, far, bad, receipt } of submissions) {
    const good = receipt ? local.length + far.length : 0;
    between(wrong, `${from} Delivered: ${subject}`, reports, good);
    between(wrong, `${from} Undeliverable: ${subject}`, reports, bad.length);
  }
  return wrong;
}

/** Several recipients may share a report, and none has two. */
function between(wrong, key, reports, most) {
  const count = reports.get(key) ?? 0;
  if (count > most || (count === 0) !== (most === 0)) wrong.push(`${count} reports: ${key}, for ${most} recipients`);
}

function compare(wrong, what, count = 0, expected = 0) {
  if (count !== expected) wrong.push(`${what}: ${count} times, not ${expected}`);
}

function counted(subjects) {
  const counts = new Map();
  for (const subject of subjects) counts.set(subject, (counts.get(subject) ?? 0) + 1);
  return counts;
}

/** The subjects of all messages of a folder, page by page. */
async function all({ ask }, folder) {
  const subjects = [];
  let next = `/mailFolders/${folder}/messages?$top=1000&$select=subject&$orderby=createdDateTime`;
  while (next) {
    const { status, json, text } = await ask('GET', next);
    if (status !== 200) throw new Error(`GET ${next} was answered by ${status} ${text.slice(0, 500)}`);
    subjects.push(...json.value.map(({ subject }) => subject));
    next = json['@odata.nextLink'];
  }
  return subjects;
}
