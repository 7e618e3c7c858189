import { type PolicyAgent, registerPolicyAgent } from 'comail';

/** Keeps mail about a project inside, marks what goes outside, and keeps a copy of that. */
export function watchOver(project: string, own: string, archive: string): () => void {
  const isOwn = (address: string): boolean => address.toLowerCase().endsWith(`@${own}`);
  const agent: PolicyAgent = {
    name: 'project policy',
    onResolved(mail) {
      const outside = mail.recipients.map(({ address }) => address).filter((address) => !isOwn(address));
      if (outside.length === 0) return;
      if (mail.subject.includes(project)) mail.reject(`${project} is not for others`, outside);
      else mail.addHeader('X-Sent-Outside', 'yes', outside);
    },
    onRouted(mail) {
      if (mail.recipients.some(({ hop }) => hop?.startsWith('smtp:') || hop?.startsWith('mx:'))) mail.copy(archive);
    },
  };
  return registerPolicyAgent(agent);
}
