/**
 * Says what is being done while it is done: on a terminal one line that counts the seconds, elsewhere a
 * line at the beginning and one at the end.
 * @param what - in the present tense, `Building the portal`
 * @returns what `work` returned
 * @throws whatever `work` throws, after the line was ended
 */
export async function withProgress<Answer>(
  what: string,
  work: () => Promise<Answer>,
  output: NodeJS.WriteStream = process.stdout,
): Promise<Answer> {
  const startedAt = performance.now();
  const seconds = () => Math.round((performance.now() - startedAt) / 1000);
  const rewrite = (line: string) => output.write(`\r\u001b[K${line}`);
  if (output.isTTY) rewrite(`${what} …`);
  else output.write(`${what} …\n`);
  const ticking = output.isTTY
    ? setInterval(() => rewrite(`${what} … ${seconds()} s`), 1000)
    : undefined;
  try {
    const answer = await work();
    if (output.isTTY) rewrite(`${what}: done in ${seconds()} s\n`);
    else output.write(`${what}: done in ${seconds()} s\n`);
    return answer;
  } catch (cause) {
    output.write(output.isTTY ? '\n' : '');
    throw cause;
  } finally {
    clearInterval(ticking);
  }
}
