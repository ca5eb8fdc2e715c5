'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useState } from 'react';
import { compareDrafts } from '@/lib/content/draft/compare-drafts';
import { isSameDraft, resolveMerge } from '@/lib/content/draft/merge-drafts';
import { formatPublicationDate } from '@/lib/i18n/formats';
import { MarkedDraft } from '../revisions/MarkedDraft.client';
import controls from '../ui/controls.module.css';
import { useHand } from './DraftProvider.client';
import type { LocalCopy } from './local-copies';
import styles from './Safety.module.css';
import { livingPages } from './tabs';
import { useSafetyLocale } from './use-safety-locale';
import { useSentence } from '../use-sentence';

/**
 * Texts that earlier pages of this browser could not send: each is offered with the changes it would make.
 */
export function RecoveryPanel() {
  const t = useTranslations('NewsroomSafety');
  const title = useId();
  const locale = useSafetyLocale();
  const { keeper, copies, article } = useHand();
  const [found, setFound] = useState<readonly LocalCopy[]>([]);

  const [cause, setCause] = useState<Error | null>(null);
  const sentence = useSentence();
  useEffect(() => {
    let isGone = false;
    void unsentCopies(copies, article).then(
      (list) => !isGone && setFound(list),
      // Without local storage there is nothing to offer; the DraftKeeper reports that at the first keystroke.
      () => {},
    );
    return () => {
      isGone = true;
    };
  }, [copies, article]);

  /**
   * Whether the server's text is from the earlier page itself, one autosave before: no one else wrote since.
   */
  const isOwn = (copy: LocalCopy) =>
    article.writer === copy.writer && article.sequence === copy.sequence + 1;
  const settle = (copy: LocalCopy) => {
    setFound(found.filter((other) => other !== copy));
    void copies.remove(copy.articleId, copy.writer);
  };
  const take = async (copy: LocalCopy) => {
    await keeper.recover(copy, isOwn(copy));
    // This page's copy is on disk before the earlier one is removed; if the disk is full, the earlier one
    // stays.
    await keeper.keptLocally();
    if (keeper.standing.get().localFault === null) settle(copy);
    else setFound(found.filter((other) => other !== copy));
  };
  return found.map((copy) => (
    <section key={copy.writer} className={styles.panel} aria-labelledby={`${title}-${copy.writer}`}>
      <div role="alert">
        <h2 id={`${title}-${copy.writer}`}>
          {t('recoveryTitle', {
            time: formatPublicationDate(new Date(copy.at).toISOString(), locale),
          })}
        </h2>
      </div>
      <p>{t('recoveryNote')}</p>
      <div className={controls.buttons}>
        <button
          type="button"
          className={controls.primary}
          onClick={() => void take(copy).catch(setCause)}
        >
          {t('recoveryTake')}
        </button>
        <button type="button" onClick={() => settle(copy)}>
          {t('recoveryLeave')}
        </button>
      </div>
      <p role="alert" className={controls.alert}>
        {sentence(cause)}
      </p>
      <div
        lang={article.locale}
        className={styles.compared}
        // Long texts can be scrolled by keyboard too.
        tabIndex={0}
        role="group"
        aria-labelledby={`${title}-${copy.writer}`}
      >
        <MarkedDraft
          compared={compareDrafts(article.draft, resolveMerge(keeper.mergeWith(copy, isOwn(copy))))}
        />
      </div>
    </section>
  ));
}

/** This user's copies whose page is closed and whose text is not on the server. */
async function unsentCopies(
  copies: ReturnType<typeof useHand>['copies'],
  article: ReturnType<typeof useHand>['article'],
): Promise<LocalCopy[]> {
  const all = (await copies.list(article.id)).filter(({ userId }) => userId === article.self.id);
  const living = await livingPages(all.map(({ writer }) => writer));
  const dead = all.filter(({ writer }) => !living.has(writer));
  const taken = dead.filter(({ draft }) => isSameDraft(draft, article.draft));
  for (const { articleId, writer } of taken) await copies.remove(articleId, writer);
  return dead.filter((copy) => !taken.includes(copy)).sort((one, other) => other.at - one.at);
}
