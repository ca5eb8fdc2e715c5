import { getTranslations } from 'next-intl/server';
import type { Locale } from '@/lib/i18n/locales';
import { Icon } from '../../theme/Icon';
import { shareRow } from './ShareRow.attributes';
import styles from './Tools.module.css';

/** Plain share links: they work without JavaScript and contact no service until they are pressed. */
export async function ShareRow({
  locale,
  headline,
  address,
}: {
  locale: Locale;
  headline: string;
  address: string;
}) {
  const t = await getTranslations({ locale, namespace: 'Article' });
  const [text, url] = [encodeURIComponent(headline), encodeURIComponent(address)];
  const services = [
    ['X', 'x', `https://x.com/intent/post?text=${text}&url=${url}`],
    ['Facebook', 'facebook', `https://www.facebook.com/sharer/sharer.php?u=${url}`],
    ['Telegram', 'telegram', `https://t.me/share/url?url=${url}&text=${text}`],
    ['WhatsApp', 'whatsapp', `https://wa.me/?text=${text}%20${url}`],
  ] as const;
  return (
    <div className={styles.share} role="group" aria-label={t('share')}>
      {/* The system's share sheet; shown only where the browser supports it. */}
      <button
        type="button"
        className={styles.tool}
        aria-label={t('share')}
        title={t('share')}
        {...{ [shareRow.button]: true }}
        hidden
        suppressHydrationWarning
      >
        <Icon name="share" size={18} />
      </button>
      {services.map(([service, icon, href]) => (
        <a
          key={service}
          className={styles.tool}
          href={href}
          rel="noopener"
          target="_blank"
          aria-label={t('shareOn', { service })}
          title={t('shareOn', { service })}
        >
          <Icon name={icon} size={16} />
        </a>
      ))}
      <a
        className={styles.tool}
        href={`mailto:?subject=${text}&body=${url}`}
        aria-label={t('email')}
        title={t('email')}
      >
        <Icon name="mail" size={18} />
      </a>
    </div>
  );
}
