import { useTranslations } from 'next-intl';
import type { AnswerOf } from '@/lib/newsroom/commands/wire';
import controls from '../ui/controls.module.css';

/** How a one-time link was delivered, or must be passed on. */
export type Delivery = AnswerOf<'person/link'>;

/**
 * Reports that an invitation was sent by e-mail, or shows its link to be passed on; the link is shown only
 * once.
 */
export function DeliveredLink({ delivery }: { delivery: Delivery | null }) {
  const t = useTranslations('Doors');
  return (
    <div role="status">
      {delivery?.way === 'mailed' && <p>{t('invitedByMail', { email: delivery.email })}</p>}
      {delivery?.way === 'refused' && <p className={controls.alert}>{t('mailFailed')}</p>}
      {delivery?.link && (
        <p>
          {t('linkHere', { name: delivery.name })}{' '}
          <output className={controls.link}>{delivery.link}</output>
        </p>
      )}
    </div>
  );
}
