import type { ImageObject, NewsMediaOrganization, WebSite } from 'schema-dts';
import { publication, type PublicationLinks } from '../../../publication.config.ts';
import { LOCALES, type Locale } from '../../i18n/locales.ts';
import { addressOf } from '../site-address.ts';

/** The name of one thing in all pages' data: of the publication, of its site. */
export const PUBLISHER_ID = '#publisher';
const WEBSITE_ID = '#website';

const logo = () =>
  ({
    '@type': 'ImageObject',
    url: addressOf(publication.logo.path),
    contentUrl: addressOf(publication.logo.path),
    width: `${publication.logo.width}`,
    height: `${publication.logo.height}`,
  }) as const satisfies ImageObject;

/** The publication as an article names it: who it is and its logo. */
export const publisherRef = (locale: Locale) =>
  ({
    '@type': 'NewsMediaOrganization',
    '@id': addressOf(`/${PUBLISHER_ID}`),
    name: publication.name,
    url: addressOf(`/${locale}`),
    logo: logo(),
  }) as const satisfies NewsMediaOrganization;

/** The publication with what stands in the foot of its front: since when, its rules, where to follow it. */
export function publisherOf(locale: Locale) {
  const { foundedYear } = publication;
  // By its type, and not as it is written just now: each of them may be absent.
  const links: PublicationLinks = publication.links;
  return {
    ...publisherRef(locale),
    foundingDate: String(foundedYear),
    publishingPrinciples: addressOf(`/${locale}/about`),
    correctionsPolicy: addressOf(`/${locale}/corrections`),
    knowsLanguage: [...LOCALES],
    sameAs: [links.x, links.youtube, links.instagram, links.facebook, links.telegram].filter(
      (link) => link !== undefined,
    ),
  } as const satisfies NewsMediaOrganization;
}

/** The publication with how to reach it. */
export function contactOf(locale: Locale) {
  const { email, phone, address } = publication.contact;
  return {
    ...publisherOf(locale),
    email,
    ...(phone !== null && { telephone: phone }),
    address: address[locale],
  } as const satisfies NewsMediaOrganization;
}

/** The site in one language, as its pages say what they are part of: whole, for each page stands by itself. */
export const websiteRef = (locale: Locale) =>
  ({
    '@type': 'WebSite',
    '@id': addressOf(`/${locale}${WEBSITE_ID}`),
    url: addressOf(`/${locale}`),
    name: publication.name,
    inLanguage: locale,
  }) as const satisfies WebSite;

/** The site in one language; without a SearchAction, which search engines have retired. */
export const websiteOf = (locale: Locale) =>
  ({
    ...websiteRef(locale),
    description: publication.descriptions[locale],
    publisher: { '@id': addressOf(`/${PUBLISHER_ID}`) },
  }) as const satisfies WebSite;
