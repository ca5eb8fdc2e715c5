import { format, resolveConfig } from 'prettier';
import { COMMANDS } from '../../lib/newsroom/commands/commands.ts';
import type { CommandFacts } from '../../lib/newsroom/commands/declare/define-command.ts';

const PATH = 'lib/content/desk/command-facts.generated.ts';

const factsOf = ({ permission, statuses, log }: CommandFacts) => ({
  permission,
  ...(statuses && { statuses }),
  log,
});

/**
 * What screens, permissions and the audit log need of the newsroom's commands, as data: rooms that the
 * commands themselves import can import it, and browsers can.
 */
export async function commandFacts(): Promise<{ path: string; text: string }> {
  const facts = Object.entries(COMMANDS).map(([subject, commands]) => [
    subject,
    Object.fromEntries(
      Object.entries<CommandFacts>(commands).map(([name, command]) => [name, factsOf(command)]),
    ),
  ]);
  const text = `/** Written by \`npm run generate\` from the declarations in \`lib/newsroom/commands\`. */
    export const COMMAND_FACTS = ${JSON.stringify(Object.fromEntries(facts))} as const;`;
  const options = await resolveConfig(PATH);
  return { path: PATH, text: await format(text, { ...options, parser: 'typescript' }) };
}
