/**
 * Paragraphs of lines that were broken to be sent (format=flowed).
 *
 * @param text the text, with the line ends of mail
 * @param deleteSpace DelSp=yes: the blank before a break was no part of the text
 * @returns the text, each paragraph on one line
 * @spec RFC 3676 section 4
 */
export function unflowed(text: string, deleteSpace: boolean): string {
  const out: string[] = [];
  let paragraph: string[] = [];
  let depth = 0;
  const flush = (): void => {
    if (paragraph.length > 0) out.push(`${'>'.repeat(depth)}${depth > 0 ? ' ' : ''}${paragraph.join('')}`);
    paragraph = [];
  };
  for (const line of text.split('\r\n')) {
    const marks = /^>*/.exec(line)?.[0].length ?? 0;
    let words = line.slice(marks);
    if (words.startsWith(' ')) words = words.slice(1);
    // What is quoted otherwise is another paragraph, whatever the line before it ended with.
    if (paragraph.length > 0 && marks !== depth) flush();
    depth = marks;
    const flows = words.endsWith(' ') && words !== '-- ';
    if (words === '-- ') flush();
    paragraph.push(flows && deleteSpace ? words.slice(0, -1) : words);
    if (!flows) flush();
  }
  flush();
  return out.join('\r\n');
}
