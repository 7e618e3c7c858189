import { setTimeout } from 'node:timers/promises';

/**
 * Ten connections at once, each one request after the other: a submission, reads while it is on its way, and its trace until that
 * says that all is done.
 *
 * @returns what was submitted, with what is to become of it
 */
export async function load({ served, seed, end, counts, connections, wrong }) {
  const submissions = [];
  let next = 0;
  const line = async (index) => {
    const chance = chanceOf(seed * 1000 + index);
    const connection = served.connection(served.names[index % served.names.length]);
    try {
      while (performance.now() < end) {
        const submission = await submit(connection, served.names, chance, next++, submissions);
        if (submission === null) {
          counts.throttled++;
          await setTimeout(100);
          continue;
        }
        counts.submissions++;
        for (let n = 1 + chance(3); n > 0; n--) await read(connection, chance, counts, wrong);
        await followed(connection, submission);
      }
    } finally {
      connection.end();
    }
  };
  await Promise.all(Array.from({ length: connections }, (_, index) => line(index)));
  return submissions;
}

async function submit(connection, names, chance, number, submissions) {
  const subject = `soak-${number}-${connection.name}`;
  const wanted = recipientsOf(names, chance);
  const submission = { from: connection.name, subject, ...wanted, receipt: chance(5) === 0, trace: '', events: null };
  submissions.push(submission);
  const all = [...wanted.local.map((name) => `${name}@town.example`), ...wanted.far, ...wanted.bad];
  const { status, headers, text } = await connection.ask('POST', '/sendMail', {
    message: {
      subject,
      body: {
        contentType: 'html',
        content: `<p>${'a line of some words that nobody reads<br>'.repeat(1 + chance(60))}</p>`,
      },
      toRecipients: all.map((address) => ({ emailAddress: { address } })),
      isDeliveryReceiptRequested: submission.receipt,
      ...(chance(10) === 0
        ? {
            attachments: [
              {
                '@odata.type': '#microsoft.graph.fileAttachment',
                name: 'some.bin',
                contentBytes: Buffer.alloc(1000 + chance(50_000), number & 255).toString('base64'),
              },
            ],
          }
        : {}),
    },
  });
  if (status === 429 || status === 503) {
    submissions.splice(submissions.indexOf(submission), 1);
    return null;
  }
  if (status !== 202) throw new Error(`sendMail was answered by ${status} ${text}`);
  submission.trace = headers.location;
  return submission;
}

/** One to three mailboxes of ours, addresses outside, and now and then one that nobody has: here or there. */
function recipientsOf(names, chance) {
  const local = names.filter(() => chance(3) === 0);
  const far = ['x', 'y', 'z'].filter(() => chance(6) === 0).map((name) => `${name}@far.example`);
  const bad = chance(12) === 0 ? [['nobody@far.example', 'nosuch@town.example', 'a@void.example'][chance(3)]] : [];
  if (local.length + far.length + bad.length === 0) local.push(names[chance(names.length)]);
  return { local, far, bad };
}

async function read(connection, chance, counts, wrong) {
  const { ask } = connection;
  const path = [
    '/mailFolders/inbox/messages?$top=50&$orderby=receivedDateTime desc&$filter=isRead eq false',
    '/mailFolders/inbox/messages?$top=20&$select=subject,from,receivedDateTime',
    '/messages?$top=10',
    '/mailFolders/sentitems/messages?$top=25&$count=true',
    '/mailFolders',
    '/submissions?$top=5',
  ][chance(6)];
  const { status, json, text } = await ask('GET', path.replaceAll(' ', '%20'));
  counts.lists++;
  if (status === 429) return;
  if (status !== 200) {
    wrong.push(`GET ${path} was answered by ${status} ${text.slice(0, 500)}`);
    return;
  }
  const [one] = json.value;
  if (!one?.id || !path.includes('inbox')) return;
  counts.reads++;
  const changed = await ask('PATCH', `/messages/${one.id}`, { isRead: true });
  if (![200, 429].includes(changed.status)) wrong.push(`PATCH was answered by ${changed.status} ${changed.text}`);
}

/** Asks for the trace until it says that all is done. */
async function followed(connection, submission) {
  const until = performance.now() + 120_000;
  for (;;) {
    const { status, json, text } = await connection.ask('GET', submission.trace);
    if (status === 200 && json.isDone) {
      submission.events = json.events;
      return;
    }
    if (status !== 200 && status !== 429) throw new Error(`the trace of ${submission.subject}: ${status} ${text}`);
    if (performance.now() > until) throw new Error(`${submission.subject} is not done after two minutes: ${text}`);
    await setTimeout(20);
  }
}

/** Numbers below a bound, the same in every run of a seed. */
function chanceOf(seed) {
  let state = (seed * 2_654_435_761) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * below);
  };
}
