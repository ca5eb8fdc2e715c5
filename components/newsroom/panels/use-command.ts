import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import type { ArticleCommandName } from '@/lib/content/desk/commands';
import type { InputOf } from '@/lib/newsroom/commands/wire';
import { useDraftActions } from '../draft/DraftProvider.client';
import { sendToArticle } from '../send';

/** A command on the article with its input, or with what makes it of the version to act on. */
interface Sent<Name extends ArticleCommandName> {
  name: Name;
  input: InputOf<`article/${Name}`> | ((version: number) => InputOf<`article/${Name}`>);
}
export type SentCommand = { [Name in ArticleCommandName]: Sent<Name> }[ArticleCommandName];

/**
 * Runs a command on an article. If the command acts on a version, the draft is saved as a revision first.
 * @param onDone - called with the name of the command
 */
export function useCommand(articleId: number, onDone?: (name: ArticleCommandName) => void) {
  const router = useRouter();
  const { settle } = useDraftActions();
  const run = async <Name extends ArticleCommandName>({ name, input }: Sent<Name>) =>
    sendToArticle(name, articleId, input instanceof Function ? input(await settle()) : input);
  return useMutation({
    mutationFn: (sent: SentCommand) => run(sent),
    onSuccess: (_, { name }) => {
      onDone?.(name);
      router.refresh();
    },
  });
}
