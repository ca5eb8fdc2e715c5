import { isLocale } from '@/lib/i18n/locales';
import { readDeskQuery } from '@/lib/content/desk/desk-query';
import { listDesk } from '@/lib/desk/list-desk';
import { answerJson, answerWith, askedBy } from '../../answer';
import { readAs, refuse } from '../door';

/** A page of the desk: takes the query of the desk's own address, and the screen's `locale`. */
export function GET(request: Request): Promise<Response> {
  return readAs(request, (user) => {
    const parameters = askedBy(request);
    const locale = parameters.get('locale') ?? '';
    if (!isLocale(locale)) return Promise.resolve(refuse('invalid', 'There is no such locale.'));
    return answerWith(async () =>
      answerJson(await listDesk(user, readDeskQuery(parameters), locale)),
    );
  });
}
