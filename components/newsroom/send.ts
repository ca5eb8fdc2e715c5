import { NEWSROOM_API } from '@/lib/api-addresses';
import type { ArticleCommandName } from '@/lib/content/desk/commands';
import { addressOfCommand } from '@/lib/content/desk/command-address';
import { refusalNamed, type SendRefusal } from '@/lib/content/desk/refusals';
import type { UploadRefusal } from '@/lib/content/desk/media';
import type { NewestText } from '@/lib/content/draft/draft';
import type { AnswerOf, CommandPath, InputOf, SubjectOf } from '@/lib/newsroom/commands/wire';

/** The facts of a refusal besides its code. */
interface Details {
  /** With `stale`: the newest version. */
  version?: number | undefined;
  /** With `stale`, where it is known: the newest text. */
  newest?: NewestText | undefined;
  /** With `not_taken`: why the file is refused. */
  why?: UploadRefusal | undefined;
}

/** A refusal returned by the newsroom's routes, or the failure to reach them (`offline`). */
export class SendError extends Error implements Details {
  override readonly name = 'SendError';
  readonly code: SendRefusal;
  readonly version: number | undefined;
  readonly newest: NewestText | undefined;
  readonly why: UploadRefusal | undefined;

  constructor(code: SendRefusal, message: string, { version, newest, why }: Details = {}) {
    super(message);
    this.code = code;
    this.version = version;
    this.newest = newest;
    this.why = why;
  }
}

type Options = Pick<RequestInit, 'signal' | 'keepalive'>;

/**
 * Sends a command to the newsroom.
 * @param path - what the command is run on, and its name: `article/publish`
 * @param subject - the id of the article or person, the front's locale, or the picture; null: none
 * @throws SendError with the code of the refusal, or `offline` if there was no response
 */
export const send = <Path extends CommandPath>(
  path: Path,
  subject: SubjectOf<Path>,
  input: InputOf<Path>,
  options?: Options,
): Promise<AnswerOf<Path>> => post(addressOfCommand(path, subject), input, options);

/** The same for any command on an article, by its name. */
export const sendToArticle = <Name extends ArticleCommandName>(
  name: Name,
  articleId: number,
  input: InputOf<`article/${Name}`>,
): Promise<AnswerOf<`article/${Name}`>> =>
  post(addressOfCommand(`article/${name}`, articleId), input);

const post = <Answer, Input>(address: string, input: Input, options?: Options): Promise<Answer> =>
  request(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
    ...options,
  });

/**
 * Makes a request to the newsroom's routes.
 * @param address - relative to `/api/newsroom/`
 * @throws SendError with the code of the refusal, or `offline` if there was no response
 * @throws the fetch error if the signal of the request was aborted by its caller
 */
export async function request<Answer>(address: string, init: RequestInit): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(NEWSROOM_API + address, init);
  } catch (cause) {
    if (init.method === undefined && init.signal?.aborted) throw cause;
    throw new SendError('offline', 'No answer.');
  }
  const answer = (await response.json().catch(() => ({}))) as Answer & {
    error?: Details & { code: string; message: string };
  };
  if (response.ok) return answer;
  const { code, message = '', ...details } = answer.error ?? {};
  throw new SendError(refusalNamed(code), message, details);
}
