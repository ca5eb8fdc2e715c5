import { isLocale } from '@/lib/i18n/locales';
import { COMMANDS } from '@/lib/newsroom/commands/commands';
import { findNames, isNameKind, namesOf } from '@/lib/desk/names';
import { answerJson, answerWith, askedBy } from '../../../answer';
import { answerCommand, noSuchCommand, readAs, refuse } from '../../door';

interface Context {
  params: Promise<{ kind: string }>;
}
const noSuchKind = () => refuse('missing', 'Names are those of authors and of topics.');

/** Authors or topics: those of `slugs`, or those whose name in any locale contains `q`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { kind } = await params;
  return readAs(request, () => {
    const parameters = askedBy(request);
    const locale = parameters.get('locale') ?? '';
    if (!isNameKind(kind)) return Promise.resolve(noSuchKind());
    if (!isLocale(locale)) return Promise.resolve(refuse('invalid', 'There is no such locale.'));
    const slugs = parameters.get('slugs');
    return answerWith(async () =>
      answerJson(
        slugs === null
          ? await findNames(kind, parameters.get('q') ?? '', locale)
          : await namesOf(kind, slugs.split(','), locale),
      ),
    );
  });
}

/** Creates an author or a topic. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { kind } = await params;
  return isNameKind(kind)
    ? answerCommand(request, COMMANDS.new.names, kind)
    : noSuchCommand(request, noSuchKind);
}
