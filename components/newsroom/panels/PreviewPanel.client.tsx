'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import type { Locale } from '@/lib/i18n/locales';
import { page as previewPage } from '@/lib/pages/preview';
import { useDraftActions, useSaveState } from '../draft/DraftProvider.client';
import { send } from '../send';
import controls from '../ui/controls.module.css';
import fieldStyles from '../ui/fields.module.css';
import { useReady } from '../use-ready';
import { useSentence } from '../use-sentence';
import { MadeLink, PreviewLinks, type PreviewLinkRow } from '../preview/PreviewLinks.client';
import { usePreviewTab } from '../preview/use-preview-tab';
import { Panel } from './Panel';

/** The preview of the article, and the preview links for guests: created, shown once, listed, revoked. */
export function PreviewPanel({
  locale,
  articleId,
  articleLocale,
  links,
}: {
  locale: Locale;
  articleId: number;
  articleLocale: Locale;
  links: readonly PreviewLinkRow[];
}) {
  const t = useTranslations('Newsroom');
  const words = useTranslations('NewsroomPreview');
  const router = useRouter();
  const { settle } = useDraftActions();
  const { version } = useSaveState();
  const isReady = useReady();
  const sentence = useSentence();
  const make = useMutation({
    mutationFn: async (form: FormData) => {
      // Save first: the guest must see what is on the screen.
      const settled = await settle();
      const { token } = await send('article/preview-link', articleId, {
        version: form.get('which') === 'newest' ? null : settled,
        days: Number(form.get('days')),
      });
      return location.origin + previewPage.href({ locale: articleLocale, token });
    },
    onSuccess: () => router.refresh(),
  });
  const show = usePreviewTab(locale, articleId);
  const revoke = useMutation({
    mutationFn: (linkId: number) => send('article/revoke-preview-link', articleId, { linkId }),
    onSuccess: () => router.refresh(),
  });
  return (
    <Panel title={words('title')} isOpen>
      <div>
        <button type="button" disabled={!isReady || show.isPending} onClick={() => show.mutate()}>
          {words('open')}
        </button>
      </div>
      <h3>{words('links')}</h3>
      <p className={controls.note}>{words('note')}</p>
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
            <option value="this">{t('onlyVersion', { version: String(version) })}</option>
            <option value="newest">{t('alwaysNewest')}</option>
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
      <div role="status">{make.data && <MadeLink key={make.data} address={make.data} />}</div>
      <p role="alert" className={controls.alert}>
        {sentence(make.error ?? revoke.error ?? show.error)}
      </p>
      <PreviewLinks links={links} onRevoke={(linkId) => revoke.mutate(linkId)} />
    </Panel>
  );
}
