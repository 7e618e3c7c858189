import { logon } from 'comail';

/** Who has a message, who doesn't, and who still waits for it: for the last message with this subject that was sent. */
export async function whoHas(profile: string, subject: string): Promise<Record<string, string>> {
  await using session = await logon({ profile, mail: false });
  const found: Record<string, string> = {};
  for await (const trace of session.traces()) {
    if (trace.subject !== subject) continue;
    // What happened last to a recipient counts: delivered, relayed, deferred, rejected, expired ...
    for (const { step, recipient, outcome, reply } of trace.steps)
      if (recipient !== null && (step === 5 || step === 6)) found[recipient] = reply ? `${outcome}: ${reply}` : outcome;
    break;
  }
  return found;
}
