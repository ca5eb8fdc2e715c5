'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import type { Locale } from '@/lib/i18n/locales';
import { useSaveState } from '../draft/DraftProvider.client';
import { send } from '../send';
import controls from '../ui/controls.module.css';
import fieldStyles from '../ui/fields.module.css';
import tableStyles from '../ui/table.module.css';
import { useReady } from '../use-ready';
import { useSentence } from '../use-sentence';
import { Panel } from './Panel';

/** A link as the list shows it; its times are words already. */
export interface PreviewLinkRow {
  id: number;
  version: number | null;
  expires: string;
  opened: string | null;
  isEnded: boolean;
}

/** Links for guests: made, shown once, listed, revoked. */
export function PreviewPanel({
  articleId,
  articleLocale,
  links,
}: {
  articleId: number;
  articleLocale: Locale;
  links: readonly PreviewLinkRow[];
}) {
  const t = useTranslations('Newsroom');
  const router = useRouter();
  const { version } = useSaveState();
  const isReady = useReady();
  const sentence = useSentence();
  const path = `articles/${articleId}`;
  const make = useMutation({
    mutationFn: (form: FormData) =>
      send<{ token: string }>('POST', `${path}/preview-link`, {
        version: form.get('which') === 'newest' ? null : version,
        days: Number(form.get('days')),
      }),
    onSuccess: () => router.refresh(),
  });
  const revoke = useMutation({
    mutationFn: (linkId: number) => send('POST', `${path}/revoke-preview-link`, { linkId }),
    onSuccess: () => router.refresh(),
  });
  return (
    <Panel title={t('previewLinks')} isOpen>
      <form
        className={fieldStyles.fields}
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate(new FormData(event.currentTarget));
        }}
      >
        <label>
          {t('shows')}
          <select name="which">
            <option value="newest">{t('alwaysNewest')}</option>
            <option value="this">{t('onlyVersion', { version: String(version) })}</option>
          </select>
        </label>
        <label>
          {t('days')}
          <input name="days" type="number" min={1} max={30} defaultValue={7} />
        </label>
        <button type="submit" disabled={!isReady}>
          {t('makeLink')}
        </button>
      </form>
      <div role="status">
        {make.data && (
          <p>
            {t('linkOnce')}{' '}
            <output className={controls.link}>
              {`${location.origin}/${articleLocale}/preview/${make.data.token}`}
            </output>
          </p>
        )}
      </div>
      <p role="alert" className={controls.alert}>
        {sentence(make.error ?? revoke.error)}
      </p>
      <ul className={tableStyles.rows}>
        {links.map((link) => (
          <li key={link.id}>
            <span>
              {link.version === null
                ? t('alwaysNewest')
                : t('onlyVersion', { version: String(link.version) })}
              {' · '}
              {link.isEnded ? t('ended') : t('until', { date: link.expires })}
              {' · '}
              {link.opened ? t('opened', { date: link.opened }) : t('neverOpened')}
            </span>
            {!link.isEnded && (
              <button type="button" disabled={!isReady} onClick={() => revoke.mutate(link.id)}>
                {t('revoke')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
