import type { ImageObject, NewsMediaOrganization, WebSite } from 'schema-dts';
import { publication, type PublicationLinks } from '../../../publication.config.ts';
import { LOCALES, type Locale } from '../../i18n/locales.ts';
import { page as about } from '../../pages/about.ts';
import { page as corrections } from '../../pages/corrections.ts';
import { addressOf, frontAddress } from '../site-address.ts';

/** The fragments that identify the publication and its site in the data of all pages. */
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

/** The publication as an article refers to it: its name and its logo. */
export const publisherRef = (locale: Locale) =>
  ({
    '@type': 'NewsMediaOrganization',
    '@id': addressOf(`/${PUBLISHER_ID}`),
    name: publication.name,
    url: frontAddress(locale),
    logo: logo(),
  }) as const satisfies NewsMediaOrganization;

/** The publication with what the footer of its front shows: its founding year, its rules, its profiles. */
export function publisherOf(locale: Locale) {
  const { foundedYear } = publication;
  // Typed as the interface and not by the current values: each of the links may be absent.
  const links: PublicationLinks = publication.links;
  return {
    ...publisherRef(locale),
    foundingDate: String(foundedYear),
    publishingPrinciples: addressOf(about.href({ locale })),
    correctionsPolicy: addressOf(corrections.href({ locale })),
    knowsLanguage: [...LOCALES],
    sameAs: [links.x, links.youtube, links.instagram, links.facebook, links.telegram].filter(
      (link) => link !== undefined,
    ),
  } as const satisfies NewsMediaOrganization;
}

/** The publication with its contact details. */
export function contactOf(locale: Locale) {
  const { email, phone, address } = publication.contact;
  return {
    ...publisherOf(locale),
    email,
    ...(phone !== null && { telephone: phone }),
    address: address[locale],
  } as const satisfies NewsMediaOrganization;
}

/** The site in one language, as its pages refer to it: complete, because each page is read by itself. */
export const websiteRef = (locale: Locale) =>
  ({
    '@type': 'WebSite',
    '@id': frontAddress(locale) + WEBSITE_ID,
    url: frontAddress(locale),
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
