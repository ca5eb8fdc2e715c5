import { getTranslations } from 'next-intl/server';
import type { Picture } from '@/lib/content/article';
import type { LogRow } from '@/lib/content/desk/audit';
import type { Original, WorkingArticle } from '@/lib/content/desk/desk';
import { formatPublicationDate } from '@/lib/i18n/formats';
import type { Locale } from '@/lib/i18n/locales';
import { DraftProvider } from './draft/DraftProvider.client';
import { SafetyPanels } from './draft/SafetyPanels.client';
import { BodyEditor } from './editor/BodyEditor.client';
import { DetailsPanel, type Names } from './panels/DetailsPanel.client';
import { HistoryPanel } from './panels/HistoryPanel';
import { OriginalPanel } from './panels/OriginalPanel';
import { PicturePanel } from './panels/PicturePanel.client';
import { PreviewPanel } from './panels/PreviewPanel.client';
import { PublishPanel } from './panels/PublishPanel.client';
import { SearchPanel } from './panels/SearchPanel.client';
import { RevisionsPanel } from './panels/RevisionsPanel';
import type { RevisionRow } from './revisions/Revision';
import { SaveBar } from './screen/SaveBar.client';
import styles from './screen/Screen.module.css';
import { TextFields } from './screen/TextFields.client';
import { Work } from './screen/Work.client';
import { Translations } from './Translations';

interface LinkRow {
  id: number;
  version: number | null;
  expiresAt: Date;
  revokedAt: Date | null;
  lastOpenedAt: Date | null;
}

/**
 * The editing screen of one article: the text in the middle, its save state above, and all other panels at
 * the inline end.
 */
export async function ArticleScreen({
  locale,
  article,
  pictures,
  revisions,
  links,
  entries,
  names,
  original,
}: {
  locale: Locale;
  article: WorkingArticle;
  /** Every picture that the body, or the original's body, references, by its id. */
  pictures: Record<string, Picture>;
  revisions: readonly RevisionRow[];
  links: readonly LinkRow[];
  entries: readonly LogRow[];
  names: Names;
  /** The article that this one is a translation of. */
  original: Original | null;
}) {
  const t = await getTranslations({ locale, namespace: 'Newsroom' });
  const dateText = (date: Date) => formatPublicationDate(date.toISOString(), locale);
  const now = new Date();
  return (
    <DraftProvider article={article}>
      <h1 className="hidden-visually" lang={article.locale}>
        {article.draft.headline}
      </h1>
      <Work
        bar={
          <>
            <div className={styles.translations} role="group" aria-label={t('translations')}>
              <Translations locale={locale} translations={article.translations} />
            </div>
            <SaveBar />
          </>
        }
        text={
          <div>
            <SafetyPanels />
            <TextFields language={article.locale}>
              <BodyEditor locale={locale} language={article.locale} pictures={pictures} />
            </TextFields>
          </div>
        }
        panels={
          <>
            {original && <OriginalPanel locale={locale} original={original} pictures={pictures} />}
            <PublishPanel locale={locale} article={article} />
            <PicturePanel language={article.locale} />
            <DetailsPanel locale={locale} article={article} names={names} />
            <SearchPanel article={article} />
            {article.verbs.includes('preview-link') && (
              <PreviewPanel
                locale={locale}
                articleId={article.id}
                articleLocale={article.locale}
                links={links.map((link) => ({
                  id: link.id,
                  version: link.version,
                  expires: dateText(link.expiresAt),
                  opened: link.lastOpenedAt && dateText(link.lastOpenedAt),
                  isEnded: link.revokedAt !== null || link.expiresAt < now,
                }))}
              />
            )}
            <RevisionsPanel locale={locale} article={article} revisions={revisions} />
            <HistoryPanel locale={locale} articleId={article.id} rows={entries} />
          </>
        }
      />
    </DraftProvider>
  );
}
