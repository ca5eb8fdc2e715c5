import { Mail, Share2 } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { siFacebook, siTelegram, siWhatsapp, siX } from 'simple-icons';
import type { Locale } from '@/lib/i18n/locales';
import { BrandIcon } from '../ui/BrandIcon';
import { Icon } from '../ui/Icon';
import { ShareSheet } from './ShareSheet.client';
import styles from './Tools.module.css';

/** Plain links that share an address; they work without JavaScript and tell nobody until pressed. */
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
    ['X', siX.path, `https://x.com/intent/post?text=${text}&url=${url}`],
    ['Facebook', siFacebook.path, `https://www.facebook.com/sharer/sharer.php?u=${url}`],
    ['Telegram', siTelegram.path, `https://t.me/share/url?url=${url}&text=${text}`],
    ['WhatsApp', siWhatsapp.path, `https://wa.me/?text=${text}%20${url}`],
  ] as const;
  return (
    <div className={styles.share} role="group" aria-label={t('share')}>
      <ShareSheet label={t('share')}>
        <Icon as={Share2} size={18} />
      </ShareSheet>
      {services.map(([service, path, href]) => (
        <a
          key={service}
          className={styles.tool}
          href={href}
          rel="noopener"
          target="_blank"
          aria-label={t('shareOn', { service })}
          title={t('shareOn', { service })}
        >
          <BrandIcon path={path} size={16} />
        </a>
      ))}
      <a
        className={styles.tool}
        href={`mailto:?subject=${text}&body=${url}`}
        aria-label={t('email')}
        title={t('email')}
      >
        <Icon as={Mail} size={18} />
      </a>
    </div>
  );
}
