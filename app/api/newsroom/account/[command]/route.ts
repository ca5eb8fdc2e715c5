import { z } from 'zod';
import { changeAccount, isAccountCommand } from '@/lib/newsroom/commands/account';
import { refuseJson } from '../../../answer';
import { answerResult, changeAsOneself, tokenOf } from '../../door';

/** Every command on the user's own account, by its name: `lib/newsroom/commands/account.ts`. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ command: string }> },
): Promise<Response> {
  const { command } = await params;
  return changeAsOneself(request, z.unknown(), async (user, wish) =>
    isAccountCommand(command)
      ? answerResult(await changeAccount(command, user, wish, tokenOf(request)))
      : refuseJson(404, 'unknown_command', 'There is no such command.'),
  );
}
